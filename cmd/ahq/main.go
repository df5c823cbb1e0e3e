// Command ahq issues Ad-Hoc Queries, takes the responses in, and prints the
// compiled document. Everything it can do is a subcommand: see ahq --help.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata" // a distroless image has no zones, and reply-by is a day in Brussels

	"github.com/alecthomas/kong"

	"ahq/workflow"
)

// The exit codes.
const (
	exitWell    = 0
	exitErrors  = 1 // errors found, no match, or something broke
	exitUse     = 2 // the command was used wrongly
	exitRefused = 3 // it may not be done, or not now
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:], os.Stdout)
	stop()
	if err != nil && !errors.Is(err, errFound) {
		fmt.Fprintln(os.Stderr, "ahq:", err)
	}
	os.Exit(exitCode(err))
}

// run is the whole program but for the process it runs in.
func run(ctx context.Context, args []string, stdout io.Writer) error {
	var c cli
	parser, err := kong.New(&c,
		kong.Name("ahq"),
		kong.Description("Collects structured answers from states: Ad-Hoc Queries, responses, compiled documents."),
		kong.DefaultEnvars("AHQ"),
		kong.Vars{"formats": workflow.FormatNames()},
		kong.UsageOnError(),
		kong.Writers(stdout, stdout),
		kong.Exit(func(code int) { panic(exited(code)) }),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.BindTo(stdout, (*io.Writer)(nil)),
	)
	if err != nil {
		return err
	}
	return parseAndRun(parser, args)
}

// exited carries what kong would exit with out of --help.
type exited int

func parseAndRun(parser *kong.Kong, args []string) (err error) {
	defer func() {
		if code, ok := recover().(exited); ok && code != exitWell {
			err = errUse
		}
	}()
	command, err := parser.Parse(args)
	if err != nil {
		return fmt.Errorf("%w: %w (see ahq --help)", errUse, err)
	}
	return command.Run()
}

var (
	errUse   = errors.New("used wrongly")
	errFound = errors.New("errors found")
)

// exitCode is what the shell is told.
func exitCode(err error) int {
	var refusal *workflow.Refusal
	switch {
	case err == nil:
		return exitWell
	case errors.Is(err, errUse):
		return exitUse
	case errors.As(err, &refusal), errors.Is(err, workflow.ErrForbidden):
		return exitRefused
	default:
		return exitErrors
	}
}
