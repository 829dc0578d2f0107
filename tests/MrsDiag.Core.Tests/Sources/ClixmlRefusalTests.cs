using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using MrsDiag.Core.Tests.Sources.Support;
using MrsDiag.Sources;
using Xunit;

namespace MrsDiag.Core.Tests.Sources;

/// <summary>What is not CLIXML at all: one exception that names the file and says why.</summary>
public class ClixmlRefusalTests
{
    public static IEnumerable<object[]> Refused =>
    [
        ["nothing", Array.Empty<byte>(), ClixmlFault.Empty, "empty"],
        ["a mark alone", new byte[] { 0xff, 0xfe }, ClixmlFault.Empty, "empty"],
        ["a UTF-8 mark alone", new byte[] { 0xef, 0xbb, 0xbf }, ClixmlFault.Empty, "empty"],
        ["one byte", new byte[] { 0x20 }, ClixmlFault.Empty, "empty"],
        ["white space", Text("\r\n \r\n"), ClixmlFault.Empty, "empty"],
        ["NULs", new byte[4096], ClixmlFault.Empty, "empty"],
        ["text", Text("3/2/2026 6:00:00 AM [AM0PR05MB7119] 'Adele Vance' created move request."), ClixmlFault.NotClixml, "text or binary"],
        ["text in UTF-16", Clixml.Bytes(Encoding.Unicode, "Adele"), ClixmlFault.NotClixml, "text or binary"],
        ["JSON", Text("{ \"Status\": \"Failed\" }"), ClixmlFault.NotClixml, "text or binary"],
        ["CSV", Text("\"RunspaceId\",\"MailboxIdentity\",\"Report\"\r\n\"a\",\"b\",\"c\""), ClixmlFault.NotClixml, "Export-Clixml"],
        ["typed CSV", Text("#TYPE Selected.System.Object\r\n\"a\""), ClixmlFault.NotClixml, "CSV"],
        ["HTML", Text("<html><body>Sign in</body></html>"), ClixmlFault.NotClixml, "web page"],
        ["HTML with a doctype", Text("\r\n<!DOCTYPE html>\r\n<html></html>"), ClixmlFault.NotClixml, "web page"],
        ["other XML", Text("<?xml version=\"1.0\"?><configuration><add key=\"a\" /></configuration>"), ClixmlFault.NotClixml, "<configuration>"],
        ["broken XML", Text("<Objs <S>x</S>"), ClixmlFault.NotClixml, "not CLIXML"],
        ["a cut root", Text("<Objs Version=\"1.1.0.1\" xmlns=\"http://sch"), ClixmlFault.Truncated, "before its first object"],
        ["gzip", Gzip(Clixml.Document("<S>x</S>")), ClixmlFault.Compressed, "gzip"],
        ["zip", new byte[] { (byte)'P', (byte)'K', 3, 4, 20, 0 }, ClixmlFault.Compressed, "zip"],
        ["a program", new byte[] { (byte)'M', (byte)'Z', 0x90, 0, 3, 0, 0, 0 }, ClixmlFault.NotClixml, "text or binary"],
        ["a DTD", Text("<!DOCTYPE Objs SYSTEM \"http://contoso.com/x.dtd\"><Objs><S>x</S></Objs>"), ClixmlFault.DocumentType, "document type"],
        ["an entity bomb", Text(BillionLaughs()), ClixmlFault.DocumentType, "document type"],
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_CLIXML_is_refused_with_its_name_and_the_reason(string what, byte[] bytes, ClixmlFault fault, string reason)
    {
        foreach (int atATime in new[] { 1, int.MaxValue })
        {
            using ClixmlReader reader = new(new TroubledStream(bytes, atATime), what + ".xml");

            ClixmlException e = Guard.Within(30, () => Assert.Throws<ClixmlException>(() => reader.ReadObjects().ToList()));

            Assert.Equal(fault, e.Fault);
            Assert.StartsWith($"'{what}.xml' ", e.Message, StringComparison.Ordinal);
            Assert.Contains(reason, e.Message, StringComparison.Ordinal);
            Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
            Assert.Equal(what + ".xml", e.Place);
        }
    }

    [Fact]
    public void A_missing_file_and_a_directory_are_refused()
    {
        string folder = Path.Combine(Path.GetTempPath(), "mrsdiag-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        try
        {
            Assert.Equal(ClixmlFault.Directory, Refuse(folder).Fault);
            Assert.Equal(ClixmlFault.NotFound, Refuse(Path.Combine(folder, "none.xml")).Fault);
            Assert.Equal(ClixmlFault.NotFound, Refuse(Path.Combine(folder, "none", "none.xml")).Fault);
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    [Fact]
    public void A_medium_that_fails_at_once_is_refused()
    {
        using ClixmlReader reader = new(new TroubledStream(new byte[10], 10, failAt: 0), "share.xml");

        ClixmlException e = Assert.Throws<ClixmlException>(() => reader.ReadObjects().ToList());

        Assert.Equal(ClixmlFault.Unreadable, e.Fault);
        Assert.Contains("network name", e.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_file_that_another_program_holds_is_refused()
    {
        // Elsewhere locks are advisory: .NET opens such a file, and reading it is right.
        bool isEnforced = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) || Type.GetType("Mono.Runtime") is not null;
        Skip.IfNot(isEnforced, "Only Windows (and Mono, within one process) keeps others from opening a locked file.");
        string path = Path.GetTempFileName();
        try
        {
            using FileStream holder = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

            ClixmlException e = Refuse(path);

            Assert.Equal(ClixmlFault.InUse, e.Fault);
            Assert.Contains(path, e.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("FileNotFound", ClixmlFault.NotFound)]
    [InlineData("IsDirectory", ClixmlFault.Directory)]
    [InlineData("AccessDenied", ClixmlFault.AccessDenied)]
    [InlineData("FileInUse", ClixmlFault.InUse)]
    [InlineData("FileNotReadable", ClixmlFault.Unreadable)]
    public void The_reason_why_a_file_does_not_open_is_kept(string code, ClixmlFault fault)
    {
        InputFileException cause = new(code, "'a.xml' cannot be opened: because.");

        ClixmlException e = ClixmlException.From("a.xml", cause);

        Assert.Equal(fault, e.Fault);
        Assert.Equal(cause.Message, e.Message);
        Assert.Same(cause, e.InnerException);
    }

    private static ClixmlException Refuse(string path)
    {
        ClixmlException e = Assert.Throws<ClixmlException>(() => ClixmlReader.Open(path));
        Assert.Contains(path, e.Message, StringComparison.Ordinal);
        return e;
    }

    private static byte[] Text(string text) => Clixml.Utf8.GetBytes(text);

    private static byte[] Gzip(string text)
    {
        using MemoryStream result = new();
        using (GZipStream gzip = new(result, CompressionMode.Compress))
            gzip.Write(Text(text), 0, text.Length);
        return result.ToArray();
    }

    private static string BillionLaughs()
    {
        StringBuilder text = new("<?xml version=\"1.0\"?>\n<!DOCTYPE Objs [\n<!ENTITY lol0 \"lol\">\n");
        for (int i = 1; i < 10; i++)
            text.Append($"<!ENTITY lol{i} \"").Append(string.Concat(Enumerable.Repeat($"&lol{i - 1};", 10))).Append("\">\n");
        return text.Append("]>\n" + Clixml.Document("<S>&lol9;</S>")).ToString();
    }
}
