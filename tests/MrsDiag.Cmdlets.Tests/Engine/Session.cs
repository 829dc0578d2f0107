using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace MrsDiag.Cmdlets.Tests.Engine;

/// <summary>A PowerShell session in this process with the cmdlets of the module, and of the tests.</summary>
internal sealed class Session : IDisposable
{
    private readonly Runspace _runspace;

    public Session(params Type[] cmdlets)
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ImportPSModule([System.IO.Path.Combine(AppContext.BaseDirectory, "MrsDiag.dll")]);
        foreach (Type type in cmdlets)
        {
            CmdletAttribute name = (CmdletAttribute)Attribute.GetCustomAttribute(type, typeof(CmdletAttribute))!;
            state.Commands.Add(new SessionStateCmdletEntry(name.VerbName + "-" + name.NounName, type, null));
        }
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
        Shell = PowerShell.Create();
        Shell.Runspace = _runspace;
    }

    /// <summary>The shell, for tests that need more than its output.</summary>
    public PowerShell Shell { get; }

    /// <summary>Errors of the last script.</summary>
    public IReadOnlyList<ErrorRecord> Errors { get; private set; } = [];

    /// <summary>Runs a script to its end.</summary>
    public IReadOnlyList<PSObject> Run(string script, params (string Name, object? Value)[] variables)
    {
        foreach ((string name, object? value) in variables)
            _runspace.SessionStateProxy.SetVariable(name, value);
        Shell.Commands.Clear();
        Shell.Streams.ClearStreams();
        Shell.AddScript(script);
        try
        {
            return Shell.Invoke();
        }
        finally
        {
            Errors = Shell.Streams.Error.ToArray();
        }
    }

    public void Dispose()
    {
        Shell.Dispose();
        _runspace.Dispose();
    }
}
