import { createMockRegister, type MockRegister } from '@diplomaregister/mocks';
import { createMockServer } from '@diplomaregister/mocks/node';

export async function mocked(): Promise<MockRegister> {
  const register = await createMockRegister();
  createMockServer(register).listen();
  register.scenario = 'withdrawn';
  // @ts-expect-error: there is no such scenario
  register.scenario = 'on-fire';
  return register;
}
