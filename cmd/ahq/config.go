package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// storage says where everything is kept.
type storage struct {
	Data     string `default:"./data" help:"Folder of the embedded database, and of files." placeholder:"DIR"`
	Database string `help:"PostgreSQL, instead of the embedded database." placeholder:"URL"`
}

// connect opens the store as it is.
func (s storage) connect(ctx context.Context) (*models.Store, error) {
	if err := os.MkdirAll(s.Data, 0o700); err != nil {
		return nil, err
	}
	return models.OpenStore(ctx, models.Options{URL: s.Database, Dir: s.Data})
}

// open brings the store up, with its schema as this binary needs it.
func (s storage) open(ctx context.Context) (*models.Store, error) {
	store, err := s.connect(ctx)
	if err != nil {
		return nil, err
	}
	if err := store.Migrate(ctx); err != nil {
		return nil, errors.Join(err, store.Close())
	}
	return store, nil
}

func (s storage) blobs() models.Blobs {
	return models.Blobs{Dir: filepath.Join(s.Data, "files")}
}

// flow is a workflow on this storage, by this clock.
func (s storage) flow(ctx context.Context, now func() time.Time) (*workflow.Workflow, error) {
	store, err := s.open(ctx)
	if err != nil {
		return nil, err
	}
	flow := s.on(store, now)
	flow.Print, flow.PDF = s.printer(), readPDF
	return flow, nil
}

// shelved is a workflow whose library has all that went out, also before there was
// a library.
func (s storage) shelved(ctx context.Context, now func() time.Time) (*workflow.Workflow, error) {
	flow, err := s.flow(ctx, now)
	if err != nil {
		return nil, err
	}
	if err := flow.ShelveAll(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("put AHQs into the library: %w", err), flow.Store.Close())
	}
	return flow, nil
}

// on is a workflow on a store, which prints editions itself.
func (s storage) on(store *models.Store, now func() time.Time) *workflow.Workflow {
	return &workflow.Workflow{Store: store, Blobs: s.blobs(), Now: now, Texts: workflow.DefaultTexts(), Engine: engine()}
}
