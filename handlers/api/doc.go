// Package api is what people do on the pages, as JSON for programs: the same
// acts, over the same workflow, with the same words for what did not work.
//
// Its operations are one table. Each reads with the scope of who asks, or acts
// through the workflow; what arrives is read strictly, and what goes wrong is
// told as RFC 9457 problem details. The OpenAPI description is made from the
// table and from the types of what is taken and given.
package api
