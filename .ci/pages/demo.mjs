// The demo, started for a while, and the people in it.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export const password = "four-desks-one-demo";

export const people = [
  { name: "visitor" },
  { name: "be", email: "coordinator.be@example.org" },
  { name: "fi", email: "coordinator.fi@example.org" },
  { name: "requester", email: "coordinator.no@example.org" },
  { name: "compiler", email: "compiler@example.org" },
  { name: "administrator", email: "administrator@example.org" },
];

// demo starts it on a free port, and waits until it says where.
export async function demo(binary) {
  const child = spawn(binary, ["demo", "--addr", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url) {
      child.stdout.resume();
      return { url, stop: () => child.kill("SIGTERM") };
    }
  }
  throw new Error("the demo ended before it said where it is");
}
