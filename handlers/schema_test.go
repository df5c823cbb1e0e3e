package handlers

import (
	"bytes"
	"log/slog"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/pb33f/jsonschema/v6"

	"ahq/models"
	"ahq/models/modelstest"
	"ahq/seeds"
	"ahq/workflow"
)

// compiledSchema is one that we publish, as somebody else's validator reads it.
func compiledSchema(t *testing.T, b *browser, name string) *jsonschema.Schema {
	t.Helper()
	text, err := jsonschema.UnmarshalJSON(strings.NewReader(b.page("/schema/" + name)))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("http://ahq.example/schema/"+name, text); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("http://ahq.example/schema/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// holds a JSON against a schema.
func holds(t *testing.T, schema *jsonschema.Schema, text []byte) error {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return schema.Validate(value)
}

// played is the world of the demo, with an edition for each audience.
func played(t *testing.T, store *models.Store) (*workflow.Workflow, []models.Compilation) {
	t.Helper()
	flow := &workflow.Workflow{Store: store, Blobs: models.Blobs{Dir: t.TempDir()}, Now: time.Now, URL: "http://ahq.example", Texts: workflow.DefaultTexts()}
	if err := seeds.Play(t.Context(), flow, password); err != nil {
		t.Fatal(err)
	}
	a, err := store.AHQByReference(t.Context(), workflow.Itself().Scope(), "2016.1")
	if err != nil {
		t.Fatal(err)
	}
	p, err := store.PersonByEmail(t.Context(), "compiler@example.org")
	if err != nil {
		t.Fatal(err)
	}
	by, err := flow.Actor(t.Context(), p.ID)
	if err != nil {
		t.Fatal(err)
	}
	var editions []models.Compilation
	for _, audience := range []models.Audience{models.Internal, models.Public} {
		c, err := flow.Compile(t.Context(), by, a.ID, audience, "for a test")
		if err != nil {
			t.Fatal(err)
		}
		editions = append(editions, c)
	}
	return flow, editions
}

func TestAnEditionAsDataIsMadeAsItsSchemaSays(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		flow, editions := played(t, store)
		server := httptest.NewServer(speakingMarked(t, Config{Flow: flow, Log: slog.New(slog.DiscardHandler)}))
		defer server.Close()
		b := newBrowser(t, server)
		schema := compiledSchema(t, b, "edition.json")
		for _, c := range editions {
			var printed bytes.Buffer
			if _, err := flow.Download(t.Context(), workflow.Itself().Scope(), c.ID, workflow.Printing{}, workflow.JSON, &printed); err != nil {
				t.Fatal(err)
			}
			if err := holds(t, schema, printed.Bytes()); err != nil {
				t.Errorf("%s: %v", c.Audience, err)
			}
			if !strings.Contains(printed.String(), `"$schema": "/schema/edition.json"`) {
				t.Errorf("%s: it does not name its schema", c.Audience)
			}
			for _, change := range [][2]string{{`"total": 6`, `"total": "six"`}, {`"ncp": "BE"`, `"npc": "BE"`}, {`"responses": [`, `"answers": [`}} {
				other := strings.Replace(printed.String(), change[0], change[1], 1)
				if other == printed.String() || holds(t, schema, []byte(other)) == nil {
					t.Errorf("%s: with %s it is as sound as with %s", c.Audience, change[1], change[0])
				}
			}
		}
		if a := b.get("/schema/none.json"); a.Code != 404 {
			t.Errorf("a schema that there is not: %d", a.Code)
		}
	})
}

func TestTheContentsOfTheDemoAreMadeAsTheirSchemaSays(t *testing.T) {
	w := newWorld(t)
	schema := compiledSchema(t, newBrowser(t, w.server), "content.json")
	for _, ncp := range []string{"at", "be", "de", "dk", "fi", "fr", "nl", "no"} {
		content, err := seeds.Sample(ncp)
		w.must(err)
		text, err := json.Marshal(content)
		w.must(err)
		if err := holds(t, schema, text); err != nil {
			t.Errorf("%s: %v", ncp, err)
		}
	}
	if holds(t, schema, []byte(`{"questionnaire": "norway-2016", "records": [{"section": 1}]}`)) == nil {
		t.Error("a number is a section")
	}
}
