package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"

	"github.com/go-json-experiment/json"

	"ahq/forms/reading"
	"ahq/forms/reading/pdf"
)

// readPDFCommand reads a PDF for the service, as a process of its own: what a
// stranger put into the file, and the library that reads it, may break no other.
// It is not for people: ahq read is.
type readPDFCommand struct{}

// The measures of that process. Many a heavy response has 100 pages, which take half
// a second and 50 MB.
const (
	mostWork   = 3                // seconds of a core
	mostWait   = 30 * time.Second // however busy the machine is
	mostMemory = 224 << 20        // bytes
	mostSaid   = 48 << 20         // bytes of what it answers
)

// A pdfAnswer is what that process says: a document, or why there is none.
type pdfAnswer struct {
	Document reading.Document
	Refused  string
}

// Run reads the file from standard input, and writes the document as JSON. On standard
// error it says how far it is.
func (readPDFCommand) Run(stdout io.Writer) error {
	if err := limit(); err != nil {
		return err
	}
	raw, err := io.ReadAll(io.LimitReader(os.Stdin, reading.Largest))
	if err != nil {
		return err
	}
	var answer pdfAnswer
	answer.Document, err = pdf.ReadTelling(raw, func(done, pages int) {
		_, _ = fmt.Fprintf(os.Stderr, howFar+"\n", done, pages) // who does not hear it gets the document
	})
	if refusal, ok := errors.AsType[*reading.Unreadable](err); ok {
		answer.Refused = refusal.Reason
	} else if err != nil {
		return err
	}
	return json.MarshalWrite(stdout, answer)
}

// howFar is a line of what that process says while it reads.
const howFar = "%d of %d pages"

// readPDF has a PDF read by readPDFCommand.
func readPDF(ctx context.Context, raw []byte, told func(done, pages int)) (reading.Document, error) {
	said, err := askPDF(ctx, raw, told)
	if ctx.Err() != nil {
		return reading.Document{}, ctx.Err() // it was ended, and not by what is in the file
	}
	if _, ended := errors.AsType[*exec.ExitError](err); ended || errors.Is(err, errTooMuch) {
		return reading.Document{}, &reading.Unreadable{Reason: tooHard}
	}
	var answer pdfAnswer
	if err == nil {
		err = json.Unmarshal(said, &answer)
	}
	if answer.Refused != "" {
		err = &reading.Unreadable{Reason: answer.Refused}
	}
	return answer.Document, err
}

// pdfAside is readPDF beside what is read in this process.
func pdfAside(ctx context.Context) reading.Aside {
	return reading.Aside{Starts: reading.PDF, Read: func(raw []byte) (reading.Document, error) { return readPDF(ctx, raw, func(int, int) {}) }}
}

// tooHard is said of a PDF at which that process came to its end.
const tooHard = "it takes more time or memory than any document with answers does, or is damaged: open it, print it again as PDF, or send the document that it was made of"

var errTooMuch = errors.New("more is said than any document says")

// askPDF has that process read, and says what it said.
func askPDF(ctx context.Context, raw []byte, told func(done, pages int)) ([]byte, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithTimeout(ctx, mostWait)
	defer stop()
	command := exec.CommandContext(ctx, self, "read-pdf")
	command.Env = append(os.Environ(), "GOMAXPROCS=1", "GOMEMLIMIT=160MiB", "GOTRACEBACK=none")
	command.Stdin = bytes.NewReader(raw)
	said := &atMost{left: mostSaid}
	command.Stdout = said
	lines, err := command.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, err
	}
	hearHowFar(lines, told)
	err = command.Wait()
	if errors.Is(err, io.ErrClosedPipe) || said.left < 0 {
		err = errTooMuch
	}
	return said.Bytes(), err
}

// hearHowFar tells how far that process is, until it ends.
func hearHowFar(from io.Reader, told func(done, pages int)) {
	for lines := bufio.NewScanner(from); lines.Scan(); {
		var done, pages int
		if n, _ := fmt.Sscanf(lines.Text(), howFar, &done, &pages); n == 2 {
			told(done, pages)
		}
	}
}

// atMost keeps what is written to it, up to so many bytes.
type atMost struct {
	bytes.Buffer
	left int
}

func (a *atMost) Write(p []byte) (int, error) {
	if a.left -= len(p); a.left < 0 {
		return 0, errTooMuch
	}
	return a.Buffer.Write(p)
}
