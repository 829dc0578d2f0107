using System;
using System.IO;
using System.Text;
using Xunit;

namespace MrsDiag.Tests;

/// <summary>
/// A generated file that is committed, so that what ships needs no tool. The test that holds it against its generator also writes it:
/// set MRSDIAG_UPDATE=1, run the test, look at the difference, commit.
/// </summary>
internal static class CommittedFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Asserts that a file holds a text: UTF-8 without mark, line feeds only.</summary>
    /// <param name="path">Full name of the file.</param>
    /// <param name="expected">What its generator writes.</param>
    public static void AssertIs(string path, string expected)
    {
        Assert.DoesNotContain('\r', expected);
        Assert.EndsWith("\n", expected, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("MRSDIAG_UPDATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, Utf8.GetBytes(expected));
        }
        Assert.True(File.Exists(path), $"{path} is missing; MRSDIAG_UPDATE=1 makes this test write it.");
        string committed = Utf8.GetString(File.ReadAllBytes(path));
        Assert.True(committed == expected, $"{Path.GetFileName(path)} is not what its generator writes; MRSDIAG_UPDATE=1 makes this test write it. {Difference(committed, expected)}");
    }

    private static string Difference(string committed, string expected)
    {
        string[] left = committed.Split('\n');
        string[] right = expected.Split('\n');
        int line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line])
            line++;
        return $"First difference in line {line + 1}: committed '{At(left, line)}', generated '{At(right, line)}'.";
    }

    private static string At(string[] lines, int line) => line < lines.Length ? lines[line] : "(end of file)";
}
