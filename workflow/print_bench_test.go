//go:build unix

package workflow

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
)

const (
	clients = 8
	spell   = time.Second // with and without printing, by turns: a busy machine slows both
)

// BenchmarkSaveWhilePrinting saves cells by eight clients, each as fast as it
// can, while nobody prints and while an edition of 750 tables is printed in all
// the ways that are usually wanted, again and again, by a process of its own, as
// the service has it done. b.N is the number of spells of each.
func BenchmarkSaveWhilePrinting(b *testing.B) {
	if os.Getenv(printsOnly) != "" {
		printForEver(b)
	}
	printing := printer(b)
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as where pages are served
	for name, open := range map[string]func(testing.TB) *models.Store{"sqlite": modelstest.Open, "postgres": modelstest.OpenPostgres} {
		b.Run(name, func(b *testing.B) {
			w := newWorld(b, open(b))
			responses := w.severalAsked()
			var alone, beside []time.Duration
			w.savesFor(spell, responses) // what is made once is there
			printing.files.Store(0)
			b.ResetTimer()
			for range b.N {
				alone = append(alone, w.savesFor(spell, responses)...)
				printing.goesOn(syscall.SIGCONT)
				beside = append(beside, w.savesFor(spell, responses)...)
				printing.goesOn(syscall.SIGSTOP)
			}
			report(b, "alone", alone)
			report(b, "printing", beside)
			b.ReportMetric(float64(printing.files.Load())/float64(b.N), "files")
			b.ReportMetric(float64(percentile(beside, 99))/float64(percentile(alone, 99)), "p99/p99")
			b.ReportMetric(0, "ns/op")
		})
	}
}

func report(b *testing.B, name string, took []time.Duration) {
	b.ReportMetric(float64(percentile(took, 50).Microseconds())/1000, name+"-p50-ms")
	b.ReportMetric(float64(percentile(took, 99).Microseconds())/1000, name+"-p99-ms")
	b.ReportMetric(float64(len(took))/float64(b.N), name+"-saves")
}

func percentile(took []time.Duration, p int) time.Duration {
	slices.Sort(took)
	return took[len(took)*p/100]
}

// severalAsked are as many responses as there are clients.
func (w *world) severalAsked() (ids []models.ResponseID) {
	for len(ids) < clients {
		a := w.issued()
		for _, ncp := range []string{"AT", "BE", "DE"} {
			ids = append(ids, w.of(a, ncp).ID)
		}
	}
	return ids[:clients]
}

// savesFor is how long each save took.
func (w *world) savesFor(spell time.Duration, responses []models.ResponseID) (took []time.Duration) {
	var all sync.WaitGroup
	var mu sync.Mutex
	end := time.Now().Add(spell)
	for _, id := range responses {
		all.Go(func() {
			own := w.saves(id, end)
			mu.Lock()
			took = append(took, own...)
			mu.Unlock()
		})
	}
	all.Wait()
	return took
}

// saves writes over one cell again and again.
func (w *world) saves(id models.ResponseID, end time.Time) (took []time.Duration) {
	c, _ := w.Store.Cell(w.ctx, everything, id, "", "policy") // none: version 0
	for time.Now().Before(end) {
		began := time.Now()
		text := strings.Repeat("We inform people. ", 280) + began.String()
		saved, err := w.SaveCell(w.ctx, Itself(), id, CellSave{Place{"", "policy"}, c.Version, forms.Answer{Text: text}})
		if err != nil {
			w.t.Error(err)
			return took
		}
		took, c = append(took, time.Since(began)), saved
	}
	return took
}

// printsOnly is in the environment of the process that prints.
const printsOnly = "AHQ_BENCH_PRINTS"

// printForEver prints one file after the other, and says so.
func printForEver(b *testing.B) {
	e := halfWithheld(b)
	s := e.secrets()
	for i := 0; ; i++ {
		e.file(b, s, wanted[i%len(wanted)])
		fmt.Println("printed")
	}
}

// A printing is a process that prints, or was told to wait.
type printing struct {
	b     *testing.B
	pid   int
	files atomic.Int64
}

// printer begins to print, and waits.
func printer(b *testing.B) *printing {
	b.Helper()
	command := exec.CommandContext(b.Context(), os.Args[0], "-test.run", "none", "-test.bench", "SaveWhilePrinting")
	command.Env = append(os.Environ(), printsOnly+"=1", "GOMAXPROCS=1")
	said, err := command.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := patiently(command.Start); err != nil {
		b.Fatal(err)
	}
	p := &printing{b: b, pid: command.Process.Pid}
	begun := make(chan bool, 1)
	go func() {
		for lines := bufio.NewScanner(said); lines.Scan(); {
			if lines.Text() == "printed" && p.files.Add(1) == 1 {
				begun <- true
			}
		}
	}()
	b.Cleanup(func() { _ = command.Process.Kill() })
	<-begun
	p.goesOn(syscall.SIGSTOP)
	return p
}

func (p *printing) goesOn(or syscall.Signal) {
	if err := syscall.Kill(p.pid, or); err != nil {
		p.b.Error(err)
	}
}
