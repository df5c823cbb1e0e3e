package reading

// For the tests of what reads other formats: they may import this package, and
// what it is tested with.
var (
	PrintedAsWord = printedAsWord
	Seed          = seed
	SameCells     = sameCells
	Norway        = norway
)
