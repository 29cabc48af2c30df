import type { Level, Programme, QualificationLevel, Sector } from '../index.ts';

interface ExampleProgramme {
  readonly sector: Sector;
  readonly level: Level;
  readonly qualification: QualificationLevel;
  readonly programme: Programme;
}

/** Programmes under their real codes, with what follows from the programme. */
export const exampleProgrammes = {
  havo: {
    sector: 'vo',
    level: 'havo',
    qualification: { nlqf: '4', eqf: '4' },
    programme: {
      scheme: 'elementcode',
      code: '0371',
      name: 'Natuur en Gezondheid',
      englishName: 'Science and Health',
    },
  },
  vwo: {
    sector: 'vo',
    level: 'vwo',
    qualification: { nlqf: '4+', eqf: '4' },
    programme: {
      scheme: 'elementcode',
      code: '0170',
      name: 'Natuur en Techniek',
      englishName: 'Science and Technology',
    },
  },
  practicalNursing: {
    sector: 'mbo',
    level: 'mbo-4',
    qualification: { nlqf: '4', eqf: '4' },
    programme: {
      scheme: 'crebo',
      code: '95520',
      name: 'Mbo-Verpleegkundige',
      englishName: 'Practical Nurse',
    },
  },
  careManagement: {
    sector: 'ho',
    level: 'associate-degree',
    qualification: { nlqf: '5', eqf: '5' },
    programme: {
      scheme: 'isat',
      code: '80011',
      name: 'Management in de Zorg',
      englishName: 'Care Management',
    },
  },
  nursing: {
    sector: 'ho',
    level: 'bachelor',
    qualification: { nlqf: '6', eqf: '6' },
    programme: {
      scheme: 'isat',
      code: '34560',
      name: 'Opleiding tot Verpleegkundige',
      englishName: 'Nursing',
    },
  },
  informationTechnology: {
    sector: 'ho',
    level: 'bachelor',
    qualification: { nlqf: '6', eqf: '6' },
    programme: { scheme: 'isat', code: '30020', name: 'HBO-ICT', englishName: 'ICT' },
  },
  healthEconomics: {
    sector: 'ho',
    level: 'master',
    qualification: { nlqf: '7', eqf: '7' },
    programme: {
      scheme: 'isat',
      code: '60082',
      name: 'Health Economics, Policy and Law',
      // It has no Dutch name.
      englishName: 'Health Economics, Policy and Law',
    },
  },
} as const satisfies Record<string, ExampleProgramme>;
