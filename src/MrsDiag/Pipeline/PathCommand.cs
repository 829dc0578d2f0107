using System.Collections.Generic;
using System.Management.Automation;

namespace MrsDiag.Pipeline;

/// <summary>A cmdlet whose input is files.</summary>
public abstract class PathCommand : MrsDiagCommand
{
    private const string ByPath = "Path";
    private const string ByLiteralPath = "LiteralPath";

    private readonly PathResolver _resolver;

    private protected PathCommand() => _resolver = new PathResolver(this);

    /// <summary>Files, or folders of them. Wildcards are expanded.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByPath, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Files or folders exactly as named. What Get-ChildItem and Get-Item send binds here, so brackets in names do no harm.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByLiteralPath, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Whether a path so far could not be used.</summary>
    private protected bool HasBadPath => _resolver.HasRefused;

    /// <summary>The files of the current input; bad paths have been reported.</summary>
    /// <param name="folderPatterns">The files to take from a folder.</param>
    /// <returns>Full names.</returns>
    private protected IReadOnlyList<string> ResolveFiles(IReadOnlyList<string> folderPatterns)
    {
        bool literal = ParameterSetName == ByLiteralPath;
        return _resolver.Files(literal ? LiteralPath : Path, literal, folderPatterns);
    }
}
