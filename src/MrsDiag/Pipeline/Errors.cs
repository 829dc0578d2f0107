using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Language;
using MrsDiag.Diagnostics;
using MrsDiag.Sources;

namespace MrsDiag.Pipeline;

/// <summary>
/// Makes all error records of the module. The id is the name of the method, so the two cannot drift apart: scripts match on it,
/// texts may change.
/// </summary>
internal static class Errors
{
    /// <summary>A path that names nothing.</summary>
    internal static ErrorRecord PathNotFound(string path, Exception? cause = null) =>
        Record(new FileNotFoundException($"Nothing was found at '{path}'.", path, cause), nameof(PathNotFound), ErrorCategory.ObjectNotFound, path);

    /// <summary>A path that cannot be understood: a bad wildcard, an unknown drive.</summary>
    internal static ErrorRecord PathInvalid(string path, Exception cause) =>
        Record(new ArgumentException($"The path '{path}' cannot be used: {cause.Message}", cause), nameof(PathInvalid), ErrorCategory.InvalidArgument, path);

    /// <summary>A path of another provider, such as the registry.</summary>
    internal static ErrorRecord PathNotFileSystem(string path, string provider) =>
        Record(
            new NotSupportedException($"'{path}' belongs to the provider {provider}; only files can be read."),
            nameof(PathNotFileSystem), ErrorCategory.InvalidArgument, path);

    /// <summary>A folder that holds no file of the wanted kind.</summary>
    internal static ErrorRecord FolderEmpty(string path, IEnumerable<string> patterns) =>
        Record(
            new FileNotFoundException($"The folder '{path}' holds no file like {string.Join(" or ", patterns)}.", path),
            nameof(FolderEmpty), ErrorCategory.ObjectNotFound, path);

    /// <summary>A file that is there and cannot be read.</summary>
    internal static ErrorRecord FileNotReadable(string path, Exception cause) =>
        Record(
            cause is InputFileException ? cause : new IOException($"'{path}' cannot be read: {cause.Message}", cause),
            nameof(FileNotReadable),
            cause is UnauthorizedAccessException or InputFileException { Code: "AccessDenied" } ? ErrorCategory.PermissionDenied : ErrorCategory.ReadError,
            path);

    /// <summary>A mistake in a rule pack, on one line; the target tells editors and scripts the place.</summary>
    internal static ErrorRecord RulePackInvalid(Diagnostic problem)
    {
        ErrorRecord error = Record(
            new FormatException(problem.ToString()), nameof(RulePackInvalid), ErrorCategory.ParserError, new RulePackErrorPlace(problem));
        error.ErrorDetails = new ErrorDetails(problem.ToString())
        {
            RecommendedAction = $"Test-MrsDiagRulePack '{CodeGeneration.EscapeSingleQuotedStringContent(problem.Location.File)}' | Format-List shows the place and what is allowed there.",
        };
        return error;
    }

    /// <summary>No rules at all: nothing can be judged.</summary>
    internal static ErrorRecord RulePacksMissing(string folder) =>
        Record(
            new FileNotFoundException(
                $"No rule pack could be loaded from '{folder}'. Install the module again, or name packs of your own with -RulePath.", folder),
            nameof(RulePacksMissing), ErrorCategory.NotInstalled, folder);

    /// <summary>Files of the module that are missing or cannot be loaded.</summary>
    internal static ErrorRecord ModuleIncomplete(Exception cause, string folder) =>
        Record(cause, nameof(ModuleIncomplete), ErrorCategory.NotInstalled, folder);

    /// <summary>A rule id without wildcards that no loaded pack has.</summary>
    internal static ErrorRecord RuleNotFound(string ruleId) =>
        Record(
            new ItemNotFoundException($"No loaded rule pack has a rule '{ruleId}'. Get-MrsDiagRule lists the rules; -RulePath adds packs."),
            nameof(RuleNotFound), ErrorCategory.ObjectNotFound, ruleId);

    /// <summary>A setting name or value that no loaded rule accepts.</summary>
    internal static ErrorRecord SettingInvalid(Exception cause, object settings) =>
        Record(cause, nameof(SettingInvalid), ErrorCategory.InvalidArgument, settings);

    /// <summary>A time zone that this machine does not know.</summary>
    internal static ErrorRecord TimeZoneNotFound(string id, Exception cause) =>
        Record(
            new ArgumentException($"There is no time zone '{id}' on this machine. [TimeZoneInfo]::GetSystemTimeZones() lists them.", cause),
            nameof(TimeZoneNotFound), ErrorCategory.InvalidArgument, id);

    /// <summary>A DNS server that cannot be asked.</summary>
    internal static ErrorRecord DnsServerInvalid(string text, Exception cause) =>
        Record(cause, nameof(DnsServerInvalid), ErrorCategory.InvalidArgument, text);

    /// <summary>An input that could not be judged; here the id is the problem's own code, for example <c>ReportMissing</c>.</summary>
    internal static ErrorRecord InputNotJudged(InputProblem problem, object? input) =>
        Record(
            new InvalidDataException(problem.Message), problem.Code,
            problem.Code switch
            {
                "FileNotFound" => ErrorCategory.ObjectNotFound,
                "AccessDenied" => ErrorCategory.PermissionDenied,
                "IsDirectory" or "FileNotReadable" => ErrorCategory.ReadError,
                _ => ErrorCategory.InvalidData,
            },
            input ?? problem.Target);

    private static ErrorRecord Record(Exception exception, string id, ErrorCategory category, object target) =>
        new(exception, id, category, target);
}
