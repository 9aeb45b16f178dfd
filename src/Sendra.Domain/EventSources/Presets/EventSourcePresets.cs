using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sendra.Domain.EventSources.Presets;

/// <summary>The presets (S8), read once from the files built into this assembly.</summary>
public static class EventSourcePresets
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>All of them, the most common senders first, the generic one last.</summary>
    public static IReadOnlyList<EventSourcePreset> All { get; } = Load();

    /// <summary>The preset with this id, or null.</summary>
    /// <param name="id">For example <c>stripe</c>.</param>
    public static EventSourcePreset? Find(string? id) => All.FirstOrDefault(preset => preset.Id == id);

    private static EventSourcePreset[] Load()
    {
        var assembly = typeof(EventSourcePresets).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(typeof(EventSourcePresets).Namespace + ".", StringComparison.Ordinal))
                .Select(name =>
                {
                    using var file = assembly.GetManifestResourceStream(name)!;
                    return JsonSerializer.Deserialize<PresetFile>(file, Reading)!.ToPreset();
                })
                .OrderBy(preset => preset.Order)
                .ThenBy(preset => preset.Name, StringComparer.Ordinal),
        ];
    }
}
