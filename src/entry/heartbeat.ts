// No part of the bundle: each heartbeat's thread would load and compile all of that for a timer and a few writes.
import { keepBeating } from "../steps/heartbeat-thread.ts";

keepBeating();
