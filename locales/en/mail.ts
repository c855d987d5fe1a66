import type { MailArguments, Messages } from '../arguments.ts'

export const mail: Messages<MailArguments> = {
  subjectOfOne: '{late, select, yes {Late: } other {}}{heading} – {partner}',
  subjectOfLabel: '{late, select, yes {Late: } other {}}{heading}',
  subjectOfMany:
    '{total, plural, one {# notice} other {# notices}}{late, plural, =0 {} other {, # late}}{partner, select, none {} other {: {partner}}}{others, plural, =0 {} one { and # other {what, select, labels {label} both {subject} several {subject} plans {plan} other {partner}}} other { and # other {what, select, labels {labels} both {subjects} several {subjects} plans {plans} other {partners}}}}',
  greeting: 'Hello,',
  introduction:
    '{total, plural, one {Here is what concerns you today} other {Here are the # things that concern you today}} in {what, select, labels {the school’s labels} both {the partnership action plans and the school’s labels} agreements {the agreements with partner institutions} admissions {the school’s admissions} several {what you follow of plans, agreements, admissions and labels} other {the partnership action plans}}.{late, plural, =0 {} one { # is late and comes first.} other { # are late and come first.}}',
  partnership: 'Partnership with {partner}',
  plan: '{partner}, {firstYear}/{lastYear}',
  label: 'Label {label}',
  elsewhere: 'Apart from any partnership',
  late: 'Late',
  answerLink: 'Approve, return or refuse',
  answerWarning:
    'This link is yours alone: whoever holds it counts as you and can answer in your name, so do not forward this mail. The link opens this request only; opening it decides nothing, and the answer is recorded as given by this link.',
  partnerLink: 'Open the page of this invitation',
  nominationsLink: 'Open the page of your nominations',
  partnerWarning:
    'This link is yours: whoever holds it counts as you, so do not forward this mail. Opening it changes nothing, and what is done there is recorded as done by this link. Names and addresses are shown only with a code, which is sent to you when you ask for it.',
  dossierLink: 'Open the page of this application',
  dossierWarning:
    'This link is yours: whoever holds it counts as you, so do not forward this mail. Opening it changes nothing. What is yours alone is shown, and done anything about, only with a code, which is sent to you when you ask for it.',
  pageLink: 'See it in Longitude',
  linkLine: '{label}:\n{url}',
  footer:
    'Longitude wrote this mail by itself; answers to it are not read. It gathers what concerns you into one digest per working day, and says nothing of what has been settled meanwhile. Each notice says which part of yours it comes from; to have no more of them, ask the international office: {office}.',
  partnerFooter:
    'Longitude wrote this mail by itself for our international office, to you as a contact of your institution. You receive at most one a day, on your own working days, and only when something concerns you; what has been settled meanwhile is left out. Answer this mail, or write to {office}, to reply, to name another contact, or to receive no more of them.',
  candidateFooter:
    'Longitude wrote this mail by itself for our international office, to you as a candidate. You receive at most one a day, on working days where you live, and only when something concerns you; what has been settled meanwhile is left out. Answer this mail, or write to {office}, to ask anything, or to receive no more of them.',
  codeSubject: 'Your code',
  codeLead:
    'Enter this code on the page where you asked for it. It works once, for {minutes, plural, one {# minute} other {# minutes}}.',
  codeIgnore:
    'If you did not ask for it, somebody else has opened a link that was sent to you: tell nobody the code, and write to our international office.',
  signInSubject: 'Your sign-in link',
  signInLead:
    'Use this link to sign in to Longitude. It works once, for {minutes, plural, one {# minute} other {# minutes}}, and opens a page whose button signs you in.',
  signInLink: 'Sign in',
  signInBrowser: 'Open it in the browser in which you asked for it: it works in no other.',
  signInIgnore: 'If you did not ask for it, ignore this mail: nobody can sign in without it. Do not forward it.',
  readdressedSubject: 'Your account has another address from now on',
  readdressedLead:
    'Somebody who may edit the accounts of Longitude has given yours another address. Sign-in links and digests go there from now on, and no more to this one.',
  readdressedEnded:
    'Wherever you were signed in you no longer are, links that were mailed before no longer sign in, and your calendar has no address any more.',
  readdressedMend:
    'If you know of this, nothing is asked of you. If you do not, tell {office, select, none {the international office} other {{office}}} at once.',
}
