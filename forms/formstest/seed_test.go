package formstest

import (
	"runtime"
	"testing"
)

// An outcome is a test that notes how it ended.
type outcome struct {
	testing.TB
	skipped, failed bool
}

func (*outcome) Helper()                 {}
func (o *outcome) Skipf(string, ...any)  { o.skipped = true; runtime.Goexit() }
func (o *outcome) Fatalf(string, ...any) { o.failed = true; runtime.Goexit() }

// On a machine that has to have all, no test of the Belgian response is left out
// without a word.
func TestATestWithoutTheSeedIsSkippedUnlessItIsRequired(t *testing.T) {
	for required, fails := range map[string]bool{"": false, "postgres,qpdf": false, "postgres,seed": true, "seed": true} {
		t.Setenv("AHQ_TEST_SEED", "")
		t.Setenv("AHQ_TEST_REQUIRE", required)
		var o outcome
		ended := make(chan struct{})
		go func() { defer close(ended); Seed(&o, "any") }()
		<-ended
		if o.failed != fails || o.skipped == fails {
			t.Errorf("where %q is required, skipped is %v, failed %v", required, o.skipped, o.failed)
		}
	}
}
