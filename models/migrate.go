package models

import (
	"context"
	"embed"
	"fmt"
	"log/slog"
	"time"

	"github.com/pressly/goose/v3"
	"github.com/riverqueue/river/rivermigrate"
)

//go:embed migrations
var migrations embed.FS

// A Migration is one step of the schema.
type Migration struct {
	Number    int64
	Name      string
	AppliedAt *time.Time // nil while it is still to be done
}

// Migrate brings the schema up to date, ours and the job queue's. It may be
// called at any time, and by many programs at once: one does it.
func (s *Store) Migrate(ctx context.Context) error {
	return s.engine.exclusively(ctx, func() error {
		steps, err := s.engine.migrations()
		if err != nil {
			return err
		}
		if _, err := steps.Up(ctx); err != nil {
			return fmt.Errorf("migrate the database: %w", err)
		}
		return s.engine.migrateJobs(ctx)
	})
}

// Status is every step of our schema, in order, and whether it was taken.
func (s *Store) Status(ctx context.Context) ([]Migration, error) {
	steps, err := s.engine.migrations()
	if err != nil {
		return nil, err
	}
	status, err := steps.Status(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the state of the schema: %w", err)
	}
	all := make([]Migration, len(status))
	for i, step := range status {
		all[i] = Migration{Number: step.Source.Version, Name: step.Source.Path}
		if step.State == goose.StateApplied {
			at := utc(step.AppliedAt)
			all[i].AppliedAt = &at
		}
	}
	return all, nil
}

func (e engine) migrations() (*goose.Provider, error) {
	name := "migrations/sqlite"
	if e.postgres {
		name = "migrations/postgres"
	}
	steps, err := over(migrations, name, "migrations/common")
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(e.dialect, e.write, steps, goose.WithDisableGlobalRegistry(true))
}

func (e engine) migrateJobs(ctx context.Context) error {
	steps, err := rivermigrate.New(e.jobs, &rivermigrate.Config{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		return err
	}
	if _, err := steps.Migrate(ctx, rivermigrate.DirectionUp, nil); err != nil {
		return fmt.Errorf("migrate the job queue: %w", err)
	}
	return nil
}
