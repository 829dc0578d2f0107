using System.Collections.Generic;

namespace MrsDiag.Package.Tests.Help;

/// <summary>A piece of help text.</summary>
internal abstract record HelpBlock;

/// <summary>A paragraph, without line breaks.</summary>
internal sealed record HelpParagraph(string Text) : HelpBlock;

/// <summary>A list; each item is without line breaks.</summary>
internal sealed record HelpBullets(IReadOnlyList<string> Items) : HelpBlock;

/// <summary>Lines that keep their form: a command, or what it shows.</summary>
internal sealed record HelpLines(string Language, string Text) : HelpBlock;

/// <summary>An example: where it runs and what it is for, the command, then what one sees and what that means.</summary>
internal sealed record HelpExample(string Title, string Code, IReadOnlyList<HelpBlock> Remarks);

/// <summary>A type that is taken or given, and what it is there.</summary>
internal sealed record HelpType(string Name, string Description);

/// <summary>A topic, command or page to read next; the address is empty for topics and commands.</summary>
internal sealed record HelpLink(string Text, string Address);
