import type { Socket } from "node:net";
import type { Meter } from "./blobs.ts";
import type { ServiceCall } from "./faults.ts";

/** What went through the service: bodies of blobs, and all other bytes of its connections in both directions. */
export interface Traffic {
  readonly requests: number;
  readonly lookups: number;
  readonly listRequests: number;
  readonly uploadedBytes: number;
  readonly downloadedBytes: number;
  readonly otherBytes: number;
}

export interface TrafficMeter {
  /** Where the bodies of blobs are counted. */
  readonly meter: Meter;
  readonly watch: (socket: Socket) => void;
  readonly count: (call: ServiceCall) => void;
  readonly read: () => Traffic;
  readonly reset: () => void;
}

export function createTraffic(): TrafficMeter {
  const open = new Set<Socket>();
  const counts = { requests: 0, lookups: 0, listRequests: 0 };
  const meter = { uploadedBytes: 0, downloadedBytes: 0 };
  let closedBytes = 0;
  const total = (): Traffic => {
    const all = [...open].reduce((sum, socket) => sum + bytesOf(socket), closedBytes);
    const otherBytes = all - meter.uploadedBytes - meter.downloadedBytes;
    return { ...counts, ...meter, otherBytes };
  };
  let before = total();

  return {
    meter,
    watch: (socket) => {
      open.add(socket);
      socket.once("close", () => {
        open.delete(socket);
        closedBytes += bytesOf(socket);
      });
    },
    count: (call) => {
      counts.requests += 1;
      if (call === "lookup") counts.lookups += 1;
      if (call === "list") counts.listRequests += 1;
    },
    read: () => difference(total(), before),
    reset: () => {
      before = total();
    },
  };
}

function bytesOf(socket: Socket): number {
  return socket.bytesRead + socket.bytesWritten;
}

function difference(now: Traffic, before: Traffic): Traffic {
  return {
    requests: now.requests - before.requests,
    lookups: now.lookups - before.lookups,
    listRequests: now.listRequests - before.listRequests,
    uploadedBytes: now.uploadedBytes - before.uploadedBytes,
    downloadedBytes: now.downloadedBytes - before.downloadedBytes,
    otherBytes: now.otherBytes - before.otherBytes,
  };
}
