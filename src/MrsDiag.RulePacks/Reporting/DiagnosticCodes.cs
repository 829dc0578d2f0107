using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace MrsDiag.RulePacks.Reporting;

/// <summary>
/// The one list of diagnostic codes: the binder reports by them and the help explains them. Numbers are never reused.
/// 00xx the text, 01xx keys and values, 02xx fields and conditions, 03xx the rule as a whole, 04xx settings, 05xx messages,
/// 06xx tests, 07xx overlays.
/// </summary>
internal static partial class DiagnosticCodes
{
    private static readonly Lazy<IReadOnlyList<DiagnosticCode>> Rows = new(() =>
        typeof(DiagnosticCodes).GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(f => f.GetValue(null)).OfType<DiagnosticCode>()
            .OrderBy(c => c.Id, StringComparer.Ordinal).ToArray());

    /// <summary>All rows, by number.</summary>
    public static IReadOnlyList<DiagnosticCode> All => Rows.Value;
}
