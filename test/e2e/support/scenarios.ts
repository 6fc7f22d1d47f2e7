/** Workspaces that tests start from: scenario files like anybody's, their Cases as drafts. */

/** Nothing listens at the other end: every call is refused. */
export const REFUSED = `
title: Nothing listens
queues: [Finance]
users: { dana: {}, lee: {}, omar: { queues: [Finance] } }
externalApis:
  erp: { url: https://erp.example.test/invoices, otherwise: { fail: refused } }
actionTypes:
  post-invoice: { title: Post invoice to ERP, externalApi: erp, send: [invoiceNumber], allocation: { queue: Finance } }
  archive: { title: Archive the papers, manual: true, allocation: { queue: Finance } }
cases:
  INV-1: { owner: dana, data: { invoiceNumber: "4711" }, process: [post-invoice, archive] }
  INV-2: { owner: lee, data: { invoiceNumber: "4712" }, process: [post-invoice] }
`;

/** The same with ten retries allowed. */
export const REFUSED_TEN = REFUSED.replace('queues:', 'settings: { retry: { max: 10 } }\nqueues:');

/** The API takes every call and never answers by itself. */
export const SILENT = `
title: It never answers
queues: [Finance]
users: { dana: {}, omar: { queues: [Finance] } }
externalApis:
  ledger: { url: https://ledger.example.test/entries }
actionTypes:
  post-entry: { title: Post entry to the ledger, externalApi: ledger, allocation: { queue: Finance } }
cases:
  INV-1: { owner: dana, process: [post-entry] }
  INV-2: { owner: dana, process: [post-entry] }
`;

/** No answer within twenty minutes: to a person where one is there, else to the queue. */
export const TIMEOUT = `
title: No answer in time
queues: [Finance]
users:
  dana: {}
  omar: { available: false, queues: [Finance] }
  ines: { available: false, queues: [Finance] }
externalApis:
  ledger: { url: https://ledger.example.test/entries }
actionTypes:
  post-entry:
    title: Post entry to the ledger
    externalApi: ledger
    responseWithin: 20m
    allocation: { queue: Finance, user: omar, secondaryUser: ines }
cases:
  INV-1: { owner: dana, process: [post-entry] }
  INV-2: { owner: dana, process: [post-entry] }
  INV-3: { owner: dana, process: [post-entry] }
`;
