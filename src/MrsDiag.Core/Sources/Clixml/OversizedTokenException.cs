using System;

namespace MrsDiag.Sources.Clixml;

/// <summary>One tag, comment or run of white space is longer, or tags are nested deeper, than any real one. Caught by the parser.</summary>
internal sealed class OversizedTokenException : Exception
{
}
