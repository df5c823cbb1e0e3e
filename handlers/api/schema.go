package api

import (
	"reflect"

	"github.com/danielgtaylor/huma/v2"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"ahq/forms"
	"ahq/workflow"
)

// published are the files of JSON that leave the service or come into it, by the
// name of their schema.
var published = map[string]reflect.Type{
	"edition.json": reflect.TypeFor[workflow.EditionData](),
	"content.json": reflect.TypeFor[forms.Content](),
}

// Schemas are the JSON Schemas (2020-12) of what is published, as files of their
// own at an address of ours. They are made of the types that the description of
// the API is made of.
func Schemas(at string) (map[string][]byte, error) {
	all := map[string][]byte{}
	for name, of := range published {
		text, err := json.Marshal(schemaFile(at+name, of), json.Deterministic(true), jsontext.Multiline(true))
		if err != nil {
			return nil, err
		}
		all[name] = text
	}
	return all, nil
}

// A schemaDocument is a schema with all that it refers to.
type schemaDocument struct {
	Schema string                  `json:"$schema"`
	ID     string                  `json:"$id"`
	Ref    string                  `json:"$ref"`
	Defs   map[string]*huma.Schema `json:"$defs"`
}

func schemaFile(id string, of reflect.Type) schemaDocument {
	const defs = "#/$defs/"
	registry := huma.NewMapRegistry(defs, huma.DefaultSchemaNamer)
	aliases(registry)
	whole := registry.Schema(of, true, "")
	return schemaDocument{"https://json-schema.org/draft/2020-12/schema", id, whole.Ref, registry.Map()}
}
