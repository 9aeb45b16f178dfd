using System.Text.Json;

namespace Sendra.ArchitectureTests.Shipping;

/// <summary>What the program is shipped with.</summary>
public sealed class ShippedPackagesTests
{
    [Test]
    public void Nothing_is_shipped_whose_terms_are_not_free()
    {
        using var file = File.OpenRead(Path.Combine(TestContext.CurrentContext.TestDirectory, "Sendra.WebApi.deps.json"));
        using var deps = JsonDocument.Parse(file);
        var files = deps.RootElement.GetProperty("targets").EnumerateObject().Single().Value.EnumerateObject()
            .Where(package => package.Name.StartsWith("Microsoft.Identity.Client.NativeInterop/", StringComparison.Ordinal))
            .SelectMany(package => package.Value.EnumerateObject())
            .Where(part => part.Name is "runtime" or "runtimeTargets" or "native");

        files.Should().BeEmpty("libmsalruntime and its wrapper may not be passed on freely");
    }
}
