package handlers

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"ahq/workflow"
)

// A soughtField is one way in which an address narrows the answers.
type soughtField struct {
	name string
	of   func(*workflow.Sought) *string
}

// soughtFields are what an address narrows the answers by, each with its place.
var soughtFields = []soughtField{
	{"section", func(s *workflow.Sought) *string { return &s.Section }},
	{"verdict", func(s *workflow.Sought) *string { return (*string)(&s.Verdict) }},
	{"reason", func(s *workflow.Sought) *string { return (*string)(&s.Reason) }},
	{"platform", func(s *workflow.Sought) *string { return &s.Platform }},
	{"channel", func(s *workflow.Sought) *string { return (*string)(&s.Channel) }},
	{"year", func(s *workflow.Sought) *string { return &s.Year }},
	{"currency", func(s *workflow.Sought) *string { return &s.Currency }},
}

// soughtIn an address: "?question=campaigns.success&pin=BE&year=2009".
func soughtIn(c *gin.Context) (s workflow.Sought) {
	s.Table, s.Question, _ = strings.Cut(c.Query("question"), ".")
	s.NCPs, s.Only = c.QueryArray("pin"), c.Query("only") != ""
	for _, f := range soughtFields {
		*f.of(&s) = c.Query(f.name)
	}
	return s
}

// soughtQuery is what is sought as an address has it, from some page on.
func soughtQuery(s workflow.Sought, page int) string {
	query := url.Values{"pin": s.NCPs}
	set := func(name, value string) {
		if value != "" {
			query.Set(name, value)
		}
	}
	if s.Question != "" {
		set("question", soughtQuestion(s.Table, s.Question))
	}
	if s.Only {
		set("only", "on")
	}
	for _, f := range soughtFields {
		set(f.name, *f.of(&s))
	}
	if page > 1 {
		set("page", strconv.Itoa(page))
	}
	return "?" + query.Encode()
}

// soughtQuestion names a question of a table; one asked once is of none.
func soughtQuestion(table, question string) string { return table + "." + question }
