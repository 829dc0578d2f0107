using MrsDiag.Diagnostics;

namespace MrsDiag.RulePacks.Reporting;

/// <content>Codes of the text: what keeps a file from being read at all.</content>
internal static partial class DiagnosticCodes
{
    public static readonly DiagnosticCode TooLarge = new("RP0001", "file too large",
        "A pack or overlay may be 1 MB (1,048,576 bytes) at most.",
        "Split the pack into several files.");

    public static readonly DiagnosticCode Tab = new("RP0002", "tab in indentation",
        "YAML takes indentation from spaces only; what a tab counts is not defined.",
        "Replace the tab by spaces.");

    public static readonly DiagnosticCode MissingColon = new("RP0003", "colon or the space behind it is missing",
        "A key ends in a colon and a space. Without the space, 'title:Foo' is one word; without the colon, a line is text without a key.",
        "Write 'title: Foo'.");

    public static readonly DiagnosticCode ColonInText = new("RP0004", "colon in unquoted text",
        "A colon followed by a space begins the value of a key, so unquoted text cannot hold one.",
        "Put the text in single quotes: 'Error: it failed'.");

    public static readonly DiagnosticCode Quote = new("RP0005", "quotes do not match",
        "A quoted text has no closing quote, or goes on behind it. Inside single quotes a quote is written twice.",
        "Close the quote; write 'isn''t' or \"isn't\" for a text with a quote in it.");

    public static readonly DiagnosticCode Backslash = new("RP0006", "backslash in double quotes",
        "In double quotes a backslash begins an escape such as \\n or \\u200e; others are not allowed.",
        "Use single quotes, where a backslash is just a backslash, or write it twice.");

    public static readonly DiagnosticCode Indentation = new("RP0007", "indentation does not fit",
        "Keys of one mapping, and the dashes of one list, begin in the same column.",
        "Indent the line as its neighbours.");

    public static readonly DiagnosticCode NeedsQuotes = new("RP0008", "text that needs quotes",
        "Unquoted text cannot begin with one of { } [ ] , & * ! | > @ ` % and, inside braces or brackets, cannot hold { } [ ] or a comma.",
        "Put the text in single quotes: '{count} failures', '${window}', '*.contoso.com'.");

    public static readonly DiagnosticCode Bracket = new("RP0009", "brackets or braces do not match",
        "A list in [ ] or a mapping in { } is not closed, or a comma between two entries is missing.",
        "Close it, or put the comma in.");

    public static readonly DiagnosticCode Syntax = new("RP0010", "not YAML",
        "The text is not valid YAML for a reason that has no code of its own.",
        "Read the line named and the one above it.");

    public static readonly DiagnosticCode TooDeep = new("RP0011", "nested too deeply",
        "Mappings and lists may be nested 32 levels deep at most.",
        "Make the condition flatter, for example with 'in' instead of many 'any'.");

    public static readonly DiagnosticCode Anchor = new("RP0012", "anchor or alias",
        "Anchors (&name) and aliases (*name) are refused: a rule should be readable where it stands, and they let a small file grow without limit.",
        "Write the value out; put a text that begins with & or * in single quotes.");

    public static readonly DiagnosticCode Tag = new("RP0013", "tag",
        "Tags (!name) are refused: the key alone decides the type of a value.",
        "Leave the tag out; put a text that begins with ! in single quotes.");

    public static readonly DiagnosticCode MergeKey = new("RP0014", "merge key",
        "Merge keys (<<) are refused: a rule should be readable where it stands.",
        "Write the keys out.");

    public static readonly DiagnosticCode SeveralDocuments = new("RP0015", "several documents",
        "A file holds one pack or one overlay; everything behind a second '---' or behind '...' would be a document of its own.",
        "Put it in a file of its own.");

    public static readonly DiagnosticCode NoDocument = new("RP0016", "nothing in the file",
        "The file is empty or holds comments only.",
        "Begin with 'format: mrsdiag/v1'.");

    public static readonly DiagnosticCode KeyIsNoText = new("RP0017", "key is not a text",
        "Keys are plain words; a list, a mapping or nothing cannot be a key.",
        "Write the key as a word; put a text that holds '? ' or ': ' in quotes.");

    public static readonly DiagnosticCode Character = new("RP0018", "character that is not allowed",
        "Control characters, invisible line breaks (U+0085, U+2028, U+2029) and the mark of wrongly decoded text (U+FFFD) are refused: the parser "
        + "would silently end or break the text there.",
        "Remove it and save the file as UTF-8; where a text needs the character, write it as an escape in double quotes, for example \"\\u2028\".");

    public static readonly DiagnosticCode TooManyErrors = new("RP0019", "more errors than are shown",
        "One load shows 50 errors at most; many of them often have one reason.",
        "Mend those shown and load again.", DiagnosticLevel.Warning);
}
