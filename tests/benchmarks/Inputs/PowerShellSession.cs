using System;
using System.Collections.ObjectModel;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using MrsDiag.Cmdlets.Tests.Engine;

namespace MrsDiag.Benchmarks.Inputs;

/// <summary>The engine of the PowerShell that is installed, in this process, with the module.</summary>
internal sealed class PowerShellSession : IDisposable
{
    private readonly Runspace _runspace;

    public PowerShellSession()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ImportPSModule([Path.Combine(AppContext.BaseDirectory, "MrsDiag.dll")]);
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
    }

    /// <summary>Whether there is a PowerShell at all.</summary>
    public static bool IsThere => PowerShellFolder.Path is not null;

    /// <summary>Sets a variable for the scripts.</summary>
    public void Set(string name, object? value) => _runspace.SessionStateProxy.SetVariable(name, value);

    /// <summary>Runs a script to its end.</summary>
    /// <exception cref="InvalidOperationException">The script wrote an error.</exception>
    public Collection<PSObject> Run(string script)
    {
        using PowerShell shell = PowerShell.Create();
        shell.Runspace = _runspace;
        Collection<PSObject> output = shell.AddScript(script).Invoke();
        if (shell.HadErrors)
            throw new InvalidOperationException(script + ": " + string.Join("; ", shell.Streams.Error.Select(e => e.ToString())));
        return output;
    }

    public void Dispose() => _runspace.Dispose();
}
