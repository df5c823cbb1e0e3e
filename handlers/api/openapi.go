package api

import (
	"reflect"

	"github.com/danielgtaylor/huma/v2"
	"github.com/go-json-experiment/json"

	"ahq/forms"
)

// config is huma without what it would do of its own accord: no viewer from
// elsewhere, no schema links in answers, and JSON as we read and write it.
func (a *api) config() huma.Config {
	c := huma.DefaultConfig("ahq", "1")
	c.Info.Description = "Ad-Hoc Queries of the European Migration Network: what the pages do, for programs."
	c.OpenAPIPath, c.DocsPath, c.SchemasPath, c.CreateHooks = "", "", "", nil
	c.Servers = []*huma.Server{{URL: Prefix}}
	format := huma.Format{Marshal: writeJSON}
	c.Formats = map[string]huma.Format{"application/json": format, "json": format}
	c.Transformers = []huma.Transformer{own}
	c.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"token":   {Type: "http", Scheme: "bearer", Description: "A token of one's own, made on the page of tokens or at /tokens"},
		"session": {Type: "apiKey", In: "cookie", Name: "ahq", Description: "The session of a browser"},
	}
	c.Security = []map[string][]string{{"token": {}}, {"session": {}}}
	aliases(c.Components.Schemas)
	return c
}

// aliases are types that huma cannot see into, by those that it can.
func aliases(r huma.Registry) {
	r.RegisterTypeAlias(reflect.TypeFor[forms.Reading](), reflect.TypeFor[readingParts]())
}

// document is the OpenAPI description, as bytes.
func (a *api) document() ([]byte, error) {
	o := a.huma.OpenAPI()
	for _, unused := range []string{"ErrorModel", "ErrorDetail"} { // huma's own form of what own puts into ours
		delete(o.Components.Schemas.Map(), unused)
	}
	return json.Marshal(o, json.Deterministic(true))
}

// described is what every operation answers when something is wrong.
func (a *api) described() *huma.Response {
	schema := a.huma.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[Details](), true, "")
	return &huma.Response{
		Description: "What went wrong",
		Content:     map[string]*huma.MediaType{"application/problem+json": {Schema: schema}},
	}
}

// idempotencyKey is the header with which an act is done once, however often it
// is sent.
func idempotencyKey() *huma.Param {
	longest := longestKey
	return &huma.Param{
		Name: "Idempotency-Key", In: "header",
		Description: "Sent again with the same key, an act is not done again: the answer is that of the first time",
		Schema:      &huma.Schema{Type: huma.TypeString, MaxLength: &longest},
	}
}

// readingParts is forms.Reading for huma, which does not see into what is
// inlined. Only the part of the question's kind is there.
type readingParts struct {
	Reason forms.Reason `json:"reason"`
	*forms.Money
	*forms.Period
	*forms.Links
	*forms.Verdict
	*forms.Languages
	*forms.Channels
	*forms.Countries
	*forms.Emails
	*forms.Started
	*forms.Choice
	*forms.Number
	*forms.Date
}

// TransformSchema lets every part be missing.
func (readingParts) TransformSchema(_ huma.Registry, s *huma.Schema) *huma.Schema {
	s.Required = nil
	return s
}
