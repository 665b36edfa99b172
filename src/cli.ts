#!/usr/bin/env node
import { terminal, VERSION } from "./index.ts";

const argv = process.argv.slice(2);
if (argv[0] === "--version") console.log(VERSION);
else process.exit(await terminal(argv, new URL(".", import.meta.url)));
