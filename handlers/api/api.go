package api

import (
	"fmt"
	"log/slog"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// Prefix is where the API lives.
const Prefix = "/api/v1"

// description is the path of the OpenAPI document.
const description = "/openapi.json"

// Config is what the API is made of.
type Config struct {
	Flow   *workflow.Workflow
	Log    *slog.Logger
	Actor  func(*gin.Context) (workflow.Actor, error) // who a session belongs to; the zero Actor for nobody
	Status func(error) int                            // the one table of what an error becomes over HTTP
}

// An api holds what operations need.
type api struct {
	Config
	store *models.Store
	huma  huma.API
}

// Mount puts the API and its description beside the pages.
func Mount(engine *gin.Engine, c Config) error {
	group := engine.Group(Prefix)
	a := &api{Config: c, store: c.Flow.Store}
	a.huma = humagin.NewWithGroup(engine, group, a.config())
	for _, o := range operations {
		o.register(a, o)
	}
	document, err := a.document()
	if err != nil {
		return fmt.Errorf("description of the API: %w", err)
	}
	group.GET(description, func(c *gin.Context) {
		c.Data(http.StatusOK, "application/openapi+json", document)
	})
	return nil
}

// at is the address of something in the API.
func at(parts ...string) string {
	address := Prefix
	for _, part := range parts {
		address += "/" + part
	}
	return address
}
