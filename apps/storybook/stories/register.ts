import { createMockRegister, type MockRegister } from '@diplomaregister/mocks';

/** The registers of the stories on this page, by the origin of their address. */
const registers = new Map<string, MockRegister>();
let started = 0;

/** Lets the registers of the stories answer what the page asks of them. To be called once. */
export function answerForRegisters(): void {
  const { fetch: pageFetch } = globalThis;
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    const register = registers.get(new URL(request.url).origin);
    return register ? register.fetch(request) : pageFetch(request);
  };
}

/** Makes a register of a story's own, with real seals and throw-away keys. */
export async function startRegister(): Promise<MockRegister> {
  started += 1;
  const origin = `https://register-${started}.example`;
  const register = await createMockRegister({ url: `${origin}/v1` });
  registers.set(origin, register);
  return register;
}
