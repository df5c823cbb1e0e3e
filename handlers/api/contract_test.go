package api_test

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/gin-gonic/gin"
	"github.com/pb33f/libopenapi"
	validator "github.com/pb33f/libopenapi-validator"
	validation "github.com/pb33f/libopenapi-validator/errors"

	"ahq/handlers/api"
	"ahq/workflow"
)

// described is the OpenAPI document that the API serves.
var described = sync.OnceValues(func() ([]byte, error) {
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	if err := api.Mount(engine, api.Config{Flow: &workflow.Workflow{}}); err != nil {
		return nil, err
	}
	w := httptest.NewRecorder()
	r, err := http.NewRequest(http.MethodGet, api.Prefix+"/openapi.json", nil)
	if err != nil {
		return nil, err
	}
	engine.ServeHTTP(w, r)
	return w.Body.Bytes(), nil
})

// contract holds requests and answers against that document.
var contract = sync.OnceValues(func() (validator.Validator, error) {
	text, err := described()
	if err != nil {
		return nil, err
	}
	document, err := libopenapi.NewDocument(text)
	if err != nil {
		return nil, err
	}
	v, errs := validator.NewValidator(document)
	if len(errs) > 0 {
		return nil, errs[0]
	}
	return v, nil
})

func TestTheDescriptionIsSound(t *testing.T) {
	c, err := contract()
	if err != nil {
		t.Fatal(err)
	}
	if ok, found := c.ValidateDocument(); !ok {
		t.Error(said(found))
	}
}

// agrees says whether a request and its answer are as described.
func (w *world) agrees(r *http.Request, a answer) {
	w.t.Helper()
	c, err := contract()
	w.must(err)
	if a.Header.Get("Content-Type") != "application/problem+json" {
		if ok, found := c.ValidateHttpRequestSync(r); !ok && r.Header.Get("Authorization") != "" {
			w.t.Errorf("%s was not asked as described: %s", a.what, said(found))
		}
	}
	if a.StatusCode == http.StatusNoContent {
		return
	}
	if ok, found := c.ValidateHttpResponse(r, a.Response); !ok {
		w.t.Errorf("%s: %d is not as described: %s\n%s", a.what, a.StatusCode, said(found), a.body)
	}
}

func said(found []*validation.ValidationError) string {
	var lines []string
	for _, f := range found {
		lines = append(lines, f.Message+" ("+f.Reason+")")
		for _, s := range f.SchemaValidationErrors {
			lines = append(lines, "  "+s.KeywordLocation+": "+s.Reason)
		}
	}
	return strings.Join(lines, "\n")
}

func TestTheTableTheEngineAndTheDescriptionAgree(t *testing.T) {
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	if err := api.Mount(engine, api.Config{Flow: &workflow.Workflow{}}); err != nil {
		t.Fatal(err)
	}
	table := map[string]bool{"GET " + api.Prefix + "/openapi.json": true}
	for _, o := range api.Operations() {
		table[o.Method+" "+api.Prefix+ginPath(o.Path)] = true
	}
	for _, r := range engine.Routes() {
		if !table[r.Method+" "+r.Path] {
			t.Errorf("%s %s is answered, and stands in no table", r.Method, r.Path)
		}
		delete(table, r.Method+" "+r.Path)
	}
	for left := range table {
		t.Errorf("%s stands in the table, and nobody answers", left)
	}
	for _, path := range describedPaths(t) {
		if !slices.ContainsFunc(api.Operations(), func(o api.Operation) bool { return o.Method+" "+o.Path == path }) {
			t.Errorf("%s is described, and stands in no table", path)
		}
	}
}

func describedPaths(t *testing.T) (paths []string) {
	text, err := described()
	if err != nil {
		t.Fatal(err)
	}
	document, err := libopenapi.NewDocument(text)
	if err != nil {
		t.Fatal(err)
	}
	model, err := document.BuildV3Model()
	if err != nil {
		t.Fatal(err)
	}
	for path, item := range model.Model.Paths.PathItems.FromOldest() {
		for method := range item.GetOperations().FromOldest() {
			paths = append(paths, strings.ToUpper(method)+" "+path)
		}
	}
	if len(paths) != len(api.Operations()) {
		t.Errorf("%d operations are described, %d stand in the table", len(paths), len(api.Operations()))
	}
	return paths
}

func ginPath(path string) string {
	return strings.NewReplacer("{", ":", "}", "").Replace(path)
}
