import type { AgreementNotices } from '../catalogue.ts'

const why =
  'You receive this because {part, select, legalOfficer {you review agreements} officer {you work in the international office} headOfOffice {you head the international office} direction {you act for direction} deputy {you are deputy head of this research centre} other {you look after the school’s agreements or head a research centre that this one concerns}}, or because you stand in for that person.'
const newsWhy =
  'You receive this because you look after the school’s agreements or head a research centre that this one concerns, or because you stand in for someone who does.'

/** What is told of agreements. */
export const agreementNotices: AgreementNotices = {
  headings: {
    agreementOpinion: 'Opinion asked{centre, select, none {} other { of {centre}}}: agreement “{title}”',
    agreementLegal: 'Legal review: agreement “{title}”',
    agreementSending: 'Agreement “{title}” to be sent',
    agreementSignature: 'Signature of agreement “{title}”',
    agreementStart: 'Agreement “{title}” comes into force',
    agreementWindow: 'Agreement “{title}”: renewal to come',
    agreementRenewal: 'Agreement “{title}”: renewal to be decided',
    agreementSuccessor: 'Agreement “{title}”: its successor is to be signed',
    agreementAmendment: 'Amendment of agreement “{title}”',
    agreementTransfer: 'Agreement “{title}” is to be transferred',
    agreementTermination: 'Agreement “{title}” ends by notice',
    agreementEnd: 'Agreement “{title}” ends',
    agreementOpinionGiven: 'Opinion{centre, select, none {} other { of {centre}}}: agreement “{title}”',
    agreementSentBack: 'Agreement “{title}” was sent back',
    agreementSigned: 'Agreement “{title}” is signed',
    agreementRenewalDecided: 'Agreement “{title}”: renewal decided',
    agreementRenewed: 'Agreement “{title}” is renewed',
    agreementTerminated: 'Agreement “{title}” has ended by notice',
    agreementExpired: 'Agreement “{title}” has expired',
    agreementAmended: 'Agreement “{title}” is amended',
  },
  asks: {
    agreementOpinion:
      '{part, select, deputy {The head of the research centre has not answered: you may now give its opinion in their place.} direction {The research centre has not answered: direction may now give its opinion in its place.} other {Say what the research centre thinks of this agreement. An unfavourable opinion, with its reason, sends it back to whoever drafted it.}}',
    agreementLegal:
      '{part, select, headOfOffice {The legal review of this agreement has not been recorded.} other {Review this agreement: clear it, or send it back with a reason.}}',
    agreementSending:
      '{part, select, headOfOffice {This agreement is cleared, and its sending has not been recorded.} other {This agreement is cleared: send it to the partner, and record the day on which you did.}}',
    agreementSignature:
      '{part, select, headOfOffice {The signature of both sides has not been recorded.} other {Ask after the signature of both sides, and record its day.}}',
    agreementStart: 'It comes into force by itself. Nothing is asked of you.',
    agreementWindow: 'Its renewal comes up by itself. Nothing is asked of you yet.',
    agreementRenewal:
      'It is to be decided whether this agreement is renewed, or ends on its last day. {figures, select, none {Flows and results of plans are shown in its file.} other {So far {incoming, plural, =0 {no student} one {# student} other {# students}} came and {outgoing, plural, =0 {none} other {#}} went (balance: {balance}){counts, select, none {} other {, by academic year and level: {counts}}}. Results of plans: {milestones, plural, =0 {no plan with this partner has a milestone.} one {of one milestone of the plans with this partner, {evidenced, plural, =0 {none has} other {it has}} accepted evidence.} other {of # milestones of the plans with this partner, {evidenced, plural, =0 {none has} one {one has} other {# have}} accepted evidence.}}}}',
    agreementSuccessor:
      '{part, select, headOfOffice {The agreement that is to renew this one is not signed yet.} direction {The agreement that is to renew this one is not signed yet.} other {Draft the agreement that renews this one, and have it signed before this one ends.}}',
    agreementAmendment:
      '{part, select, headOfOffice {Whether both sides agreed on this amendment has not been recorded.} other {Ask whether both sides agree on this amendment: record the day on which they signed it, or drop it with a reason.}}',
    agreementTransfer:
      '{part, select, headOfOffice {No amendment has transferred this agreement to the successor of its partner.} other {Its partner is, or will be, part of another institution: propose an amendment that names the successor, and have both sides sign it.}}',
    agreementTermination:
      'Notice was given that this agreement ends on this day. Stays that begin later are no longer covered.',
    agreementEnd: 'This agreement ends. Stays that go beyond its last day are not covered by it.',
  },
  news: {
    agreementOpinionGiven:
      'The research centre has given its opinion. Once all have, the legal review begins by itself.',
    agreementSentBack:
      'It is to be revised, for the reason that was given. What was asked of others about it is withdrawn, and is asked anew afterwards.',
    agreementSigned: 'Both sides have signed. It is in force from its first day to its last.',
    agreementRenewalDecided: 'It was decided, with a reason, whether it is renewed. Nobody is asked any more.',
    agreementRenewed: 'The agreement that renews it is signed. This one is valid until its own last day.',
    agreementTerminated: 'The day for which notice was given has passed: it covers nothing any more.',
    agreementExpired: 'Its last day has passed without a successor that is signed: it covers nothing any more.',
    agreementAmended: 'Both sides have agreed on an amendment, which is in force from now on.',
  },
  consequences: {
    agreementOpinion:
      '{steps, select, none {The agreement waits until someone answers.} other {If nobody answers: {steps}.}} No answer is ever consent.',
    agreementLegal:
      '{steps, select, none {The agreement waits until it is cleared.} other {If nobody acts: {steps}.}} No answer is ever consent.',
    agreementSending: '{steps, select, none {The agreement waits until it is sent.} other {If nobody acts: {steps}.}}',
    agreementSignature:
      '{steps, select, none {The agreement waits until it is signed, or sent back.} other {If nobody acts: {steps}.}}',
    agreementStart: 'Nobody has to act.',
    agreementWindow: 'Nobody has to act.',
    agreementRenewal: 'If nobody decides, it is asked further up, until the agreement ends on its last day.',
    agreementSuccessor:
      '{steps, select, none {If nothing is signed by then, the agreement expires.} other {If it is not signed: {steps}. If nothing is signed by then, the agreement expires.}}',
    agreementAmendment:
      '{steps, select, none {Until then the version in force stays.} other {If nothing is recorded: {steps}. Until then the version in force stays.}}',
    agreementTransfer:
      '{steps, select, none {Until then it stays in force as it was signed, and nobody new is invited under it without a reason.} other {If no amendment is signed: {steps}. Until then it stays in force as it was signed, and nobody new is invited under it without a reason.}}',
    agreementTermination: 'It ends by itself on that day.',
    agreementEnd: 'It ends by itself on that day, unless it is renewed or amended.',
  },
  whys: {
    agreementOpinion: why,
    agreementLegal: why,
    agreementSending: why,
    agreementSignature: why,
    agreementStart: why,
    agreementWindow: why,
    agreementRenewal: why,
    agreementSuccessor: why,
    agreementAmendment: why,
    agreementTransfer: why,
    agreementTermination: why,
    agreementEnd: why,
    agreementOpinionGiven: newsWhy,
    agreementSentBack: newsWhy,
    agreementSigned: newsWhy,
    agreementRenewalDecided: newsWhy,
    agreementRenewed: newsWhy,
    agreementTerminated: newsWhy,
    agreementExpired: newsWhy,
    agreementAmended: newsWhy,
  },
}
