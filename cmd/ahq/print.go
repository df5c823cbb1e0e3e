package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// printCommand prints an edition for the service, as a process of its own. It is
// not for people: ahq compile is.
type printCommand struct {
	Storage storage              `embed:""`
	Edition models.CompilationID `arg:"" help:"The edition."`
	Now     time.Time            `required:"" help:"What the clock of the service says."`
}

// Run writes a line for each file that is printed.
func (c *printCommand) Run(ctx context.Context, stdout io.Writer) error {
	store, err := c.Storage.connect(ctx)
	if err != nil {
		return err
	}
	defer closing(store)
	flow := c.Storage.on(store, startingAt(c.Now))
	return flow.PrintEdition(ctx, c.Edition, func() { _, _ = fmt.Fprintln(stdout, "printed") }) // if nobody hears it, it is printed still
}

// printer has editions on this storage printed by printCommand. It takes one core
// at most. Where the database is goes by environment: others see arguments.
func (s storage) printer() workflow.Printer {
	return func(ctx context.Context, id models.CompilationID, now time.Time, printed func()) error {
		self, err := os.Executable()
		if err != nil {
			return err
		}
		command := exec.CommandContext(ctx, self, "print-edition", string(id), "--now", now.Format(time.RFC3339Nano))
		command.Env = append(os.Environ(), "AHQ_DATA="+s.Data, "AHQ_DATABASE="+s.Database, "GOMAXPROCS=1")
		var wrong bytes.Buffer
		command.Stderr = &wrong
		said, err := command.StdoutPipe()
		if err != nil {
			return err
		}
		if err := command.Start(); err != nil {
			return err
		}
		for lines := bufio.NewScanner(said); lines.Scan(); {
			printed()
		}
		if err := command.Wait(); err != nil {
			return fmt.Errorf("print edition %s: %w: %s", id, err, bytes.TrimSpace(wrong.Bytes()))
		}
		return nil
	}
}
