package formstest

import (
	"os"
	"path/filepath"
	"testing"
)

// Seed is a file of the Belgian response, in the folder that AHQ_TEST_SEED names. A
// test is skipped where it names none, or fails where AHQ_TEST_REQUIRE names the seed.
func Seed(t testing.TB, name string) []byte {
	t.Helper()
	folder := os.Getenv("AHQ_TEST_SEED")
	if folder == "" {
		Lacks(t, "seed", "name the folder that holds "+name+" in AHQ_TEST_SEED")
	}
	raw, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}
