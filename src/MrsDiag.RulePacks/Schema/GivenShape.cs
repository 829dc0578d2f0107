using System;
using System.Collections.Generic;

namespace MrsDiag.RulePacks.Schema;

/// <summary>
/// The facts of a test. Which table describes them depends on the test's source, so that the binder checks them once it knows the
/// source; the schema accepts those of any.
/// </summary>
/// <param name="Tables">The tables by source.</param>
internal sealed record GivenShape(Func<IReadOnlyDictionary<string, KeyTable>> Tables) : Shape
{
    public override string Words => "mapping of facts";
}
