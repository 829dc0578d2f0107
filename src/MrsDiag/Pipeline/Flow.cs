using System;
using System.Management.Automation;

namespace MrsDiag.Pipeline;

/// <summary>Knows the exceptions by which PowerShell itself steers a pipeline.</summary>
internal static class Flow
{
    /// <summary>Whether an exception must not be swallowed: the pipeline is being stopped, or the script leaves a loop.</summary>
    /// <param name="exception">What was caught; a getter wraps it.</param>
    /// <returns><see langword="true"/> to let it pass.</returns>
    internal static bool MustPass(Exception exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (e is PipelineStoppedException or FlowControlException)
                return true;
        }
        return false;
    }
}
