// Package handlers is how people and programs reach ahq: server-rendered pages
// that work without JavaScript, and beside them the API. It is the only package
// that knows Gin.
//
// A request meets, in this order, the security headers, the refusal of
// cross-site posts, the session, the table of routes with its guard, and a
// handler, which reads, acts and answers. Reading goes straight to models.Store,
// with the scope of who is asking; changing goes through workflow, always.
package handlers
