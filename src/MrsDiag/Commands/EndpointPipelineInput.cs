using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using MrsDiag.Binding;
using MrsDiag.Endpoints;
using MrsDiag.Sources;

namespace MrsDiag.Commands;

/// <summary>
/// Recognises what arrives through the pipeline of a test of endpoints: names, URIs, files, and objects by shape. To be used on the
/// pipeline thread, because script properties run where they are read.
/// </summary>
internal sealed class EndpointPipelineInput(ObjectIntake intake, Func<string, string?> findFile)
{
    /// <summary>Takes one object.</summary>
    /// <param name="input">The object.</param>
    /// <param name="stop">Stops inside a file.</param>
    /// <returns>What is wrong with it or with parts of it.</returns>
    // An array given by name is not unrolled by PowerShell. One level only: a list may hold itself.
    public IEnumerable<InputProblem> Accept(PSObject? input, CancellationToken stop) =>
        PSValue.From(input) is IReadOnlyList<object?> { Count: > 0 }
            ? ((IEnumerable)input!.BaseObject).Cast<object?>().SelectMany(item => AcceptOne(item is null ? null : PSObject.AsPSObject(item), stop))
            : AcceptOne(input, stop);

    private IEnumerable<InputProblem> AcceptOne(PSObject? input, CancellationToken stop) => input?.BaseObject switch
    {
        null => [new InputProblem("InputNull", "A null came through the pipeline where an endpoint was expected.", "null")],
        // The name of a file that is there is the file: a list of names, or saved results.
        string text => findFile(text) is { } path ? intake.AddFile(path, stop) : One(intake.AddText(text)),
        Uri uri => One(intake.AddText(uri.OriginalString)),
        FileInfo file => intake.AddFile(file.FullName, stop),
        _ => One(intake.AddObject(PSValue.From(input) as IObjectView ?? new PSObjectView(input))),
    };

    private static InputProblem[] One(InputProblem? problem) => problem is null ? [] : [problem];
}
