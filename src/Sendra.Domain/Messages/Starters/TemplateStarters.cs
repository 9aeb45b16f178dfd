using System.Text.Json;

namespace Sendra.Domain.Messages.Starters;

/// <summary>The starters, read once from the files built into this assembly.</summary>
public static class TemplateStarters
{
    /// <summary>All of them, in the order of a contact's time with a product.</summary>
    public static IReadOnlyList<TemplateStarter> All { get; } =
    [
        .. JsonSerializer.Deserialize<StarterFile[]>(Read("starters.json"), JsonSerializerOptions.Web)!
            .Select(file => new TemplateStarter(
                file.Id, file.Name, file.Description, file.Subject, file.Preheader, TemplateFormat.Html, Read($"{file.Id}.html"))),
    ];

    private static string Read(string name)
    {
        using var file = new StreamReader(typeof(TemplateStarters).Assembly.GetManifestResourceStream($"{typeof(TemplateStarters).Namespace}.{name}")!);
        return file.ReadToEnd();
    }
}
