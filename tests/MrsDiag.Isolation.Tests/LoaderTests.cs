using System;
using System.IO;
using System.Linq;
using System.Reflection;
using MrsDiag.Diagnostics;
using MrsDiag.Facts;
using MrsDiag.Rules;
using Xunit;

namespace MrsDiag.Isolation.Tests;

/// <summary>Both ways of loading, each on its own framework; whole sessions are tested by the Pester journeys.</summary>
public sealed class LoaderTests
{
    private static readonly string Folder = AppDomain.CurrentDomain.BaseDirectory;

    [Fact]
    public void Rule_packs_are_read_with_our_copy_when_a_newer_one_was_there_first()
    {
        Assembly newer = Assembly.LoadFrom(Path.Combine(Folder, "newer", "YamlDotNet.dll"));
        Assert.Equal(99, newer.GetName().Version!.Major);

        Assembly packs = PrivateAssemblies.Load(Path.Combine(Folder, "private"));
        AssertReads(packs);
        Assert.Contains(Copies(), v => v == 16);
        Assert.Contains(Copies(), v => v == 99);
    }

#if NETFRAMEWORK
    // On .NET the default context takes only one copy, which is the newer one here; the journeys cover the older one there.
    [Fact]
    public void Rule_packs_are_read_with_our_copy_when_an_older_one_was_there_first()
    {
        Assembly older = Assembly.LoadFrom(Path.Combine(Folder, "older", "YamlDotNet.dll"));
        Assert.Equal(13, older.GetName().Version!.Major);
        AssertReads(PrivateAssemblies.Load(Path.Combine(Folder, "private")));
    }

    [Fact]
    public void Only_requests_of_our_own_assemblies_are_answered()
    {
        FrameworkLoader loader = new(PrivateAssemblies.Core);
        Assembly yaml = loader.Load(Path.Combine(Folder, "private", "YamlDotNet.dll"));
        Assembly packs = loader.Load(Path.Combine(Folder, "private", "MrsDiag.RulePacks.dll"));
        Assembly stranger = typeof(LoaderTests).Assembly;

        Assert.Same(PrivateAssemblies.Core, loader.Answer(null, new ResolveEventArgs("MrsDiag.Core, Version=0.0.0.0", packs)));
        Assert.Same(yaml, loader.Answer(null, new ResolveEventArgs(yaml.FullName, packs)));
        Assert.Null(loader.Answer(null, new ResolveEventArgs(yaml.FullName, stranger)));
        Assert.Null(loader.Answer(null, new ResolveEventArgs(yaml.FullName, PrivateAssemblies.Core)));
        Assert.Null(loader.Answer(null, new ResolveEventArgs(yaml.FullName)));
        Assert.Null(loader.Answer(null, new ResolveEventArgs("Contoso.Other", packs)));
    }

    [Fact]
    public void The_framework_has_no_load_contexts_and_takes_the_other_way() =>
        Assert.Null(PrivateLoadContext.TryCreate("test", PrivateAssemblies.Core));
#else
    [Fact]
    public void The_load_context_shares_the_contracts_and_keeps_the_rest_to_itself()
    {
        Assembly packs = PrivateAssemblies.Load(Path.Combine(Folder, "private"));
        System.Runtime.Loader.AssemblyLoadContext context = System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(packs)!;
        Assert.Equal("MrsDiag", context.Name);
        Assert.Equal(["MrsDiag.RulePacks", "YamlDotNet"], context.Assemblies.Select(a => a.GetName().Name!).Order(StringComparer.Ordinal));
        Assert.Same(PrivateAssemblies.Core, packs.GetType(RulePackReaders.TypeName)!.GetInterface(nameof(IRulePackReader))!.Assembly);
    }
#endif

    [Fact]
    public void A_missing_file_is_named()
    {
        FileNotFoundException missing = Assert.Throws<FileNotFoundException>(() => PrivateAssemblies.Load(Path.Combine(Folder, "nowhere")));
        Assert.Contains("YamlDotNet.dll", missing.Message);
        Assert.Contains("Install the module again", missing.Message);
    }

    private static void AssertReads(Assembly packs)
    {
        IRulePackReader reader = (IRulePackReader)Activator.CreateInstance(packs.GetType(RulePackReaders.TypeName, throwOnError: true)!)!;
        RulePackFile file = new("broken.yml", File.ReadAllText(Path.Combine(Folder, "broken.yml")));
        Diagnostic slip = reader.Read([file], FactCatalogs.Default).Diagnostics[0];
        Assert.Equal("broken.yml:19:5", slip.Location.ToString());
        Assert.Contains("'were'", slip.Message);
    }

    private static int[] Copies() => AppDomain.CurrentDomain.GetAssemblies().Select(a => a.GetName())
        .Where(n => n.Name == "YamlDotNet").Select(n => n.Version!.Major).ToArray();
}
