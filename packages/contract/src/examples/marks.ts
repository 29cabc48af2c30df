import type { SubjectMark } from '../index.ts';

/** The list of marks of a vwo diploma: real subjects, made up marks. */
export const exampleMarks: readonly SubjectMark[] = [
  {
    subject: {
      code: '1001',
      name: 'Nederlandse taal en literatuur',
      englishName: 'Dutch language and literature',
    },
    schoolExam: '7.1',
    centralExam: '6.4',
    final: '7',
  },
  {
    subject: {
      code: '1002',
      name: 'Engelse taal en literatuur',
      englishName: 'English language and literature',
    },
    schoolExam: '8.3',
    centralExam: '8.9',
    final: '9',
  },
  {
    subject: {
      code: '1004',
      name: 'Duitse taal en literatuur',
      englishName: 'German language and literature',
    },
    schoolExam: '6.8',
    centralExam: '7.2',
    final: '7',
  },
  {
    subject: { code: '1023', name: 'natuurkunde', englishName: 'physics' },
    schoolExam: '7.6',
    centralExam: '7.0',
    final: '7',
  },
  {
    subject: { code: '1025', name: 'wiskunde B', englishName: 'mathematics B' },
    schoolExam: '8.0',
    centralExam: '7.3',
    final: '8',
  },
  {
    subject: { code: '1027', name: 'wiskunde D', englishName: 'mathematics D' },
    schoolExam: '7.9',
    final: '8',
  },
  {
    subject: { code: '1028', name: 'scheikunde', englishName: 'chemistry' },
    schoolExam: '6.2',
    centralExam: '5.8',
    final: '6',
  },
  {
    subject: { code: '1018', name: 'biologie', englishName: 'biology' },
    schoolExam: '7.4',
    centralExam: '7.7',
    final: '8',
  },
  {
    subject: { code: '1019', name: 'maatschappijleer', englishName: 'social studies' },
    schoolExam: '7.0',
    final: '7',
  },
  {
    subject: {
      code: '1020',
      name: 'culturele en kunstzinnige vorming',
      englishName: 'cultural and artistic education',
    },
    final: '8',
  },
  {
    subject: { code: '0353', name: 'lichamelijke opvoeding', englishName: 'physical education' },
    final: 'good',
  },
];
