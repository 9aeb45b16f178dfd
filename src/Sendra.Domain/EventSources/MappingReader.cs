using Sendra.Domain.Common;

namespace Sendra.Domain.EventSources;

/// <summary>Checks the texts of a <see cref="MappingDefinition"/> and gathers everything that is wrong with them.</summary>
/// <param name="hasRoot">Whether paths start inside the delivery, so that its root can be named.</param>
internal sealed class MappingReader(bool hasRoot)
{
    private readonly List<MappingProblem> _problems = [];

    internal IReadOnlyList<MappingProblem> Problems => _problems;

    internal PayloadPath? Path(string field, string? text)
    {
        if (!PayloadPath.TryParse(text, out var path, out var problem))
        {
            _problems.Add(new MappingProblem(field, problem));
        }
        else if (path.StartsAtRoot && !hasRoot)
        {
            _problems.Add(new MappingProblem(field, "The path starts with $, as in JSONPath. Leave out the $: data.customer.email. Only where items are read, $. stands for the root."));
        }

        return path;
    }

    internal PersonPaths? Person(string? emailPath, string? externalIdPath)
    {
        var externalId = OptionalPath("externalIdPath", externalIdPath);
        if (emailPath is null && externalIdPath is not null)
        {
            return externalId is null ? null : PersonPaths.AtId(externalId);
        }

        return Path("emailPath", emailPath) is { } email ? PersonPaths.At(email, externalId) : null;
    }

    internal PayloadPath? OptionalPath(string field, string? text) => text is null ? null : Path(field, text);

    /// <summary>A path that leads into the body, and not to a header.</summary>
    /// <param name="what">What it leads to, as the subject of a sentence.</param>
    internal PayloadPath? BodyPath(string field, string? text, string what)
    {
        var path = OptionalPath(field, text);
        if (path?.ReadsHeader == true)
        {
            _problems.Add(new MappingProblem(field, $"{what} can't be read from a header. Write a path into the body, or leave it out."));
        }

        return path;
    }

    internal EventNameSource? EventName(MappingDefinition definition)
    {
        switch (definition.EventName, definition.EventNamePath)
        {
            case (null, null):
                _problems.Add(new MappingProblem("eventName", "Give the event a fixed name, or the path of the field that holds the name."));
                return null;
            case (not null, not null):
                _problems.Add(new MappingProblem("eventName", "Give either a fixed name or a path, not both."));
                return null;
            case (null, _):
                return NameAt(definition);
        }

        if (definition is not { EventNameMap: null, EventNamePrefix: null, EventNameOnly: null, KeepName: false })
        {
            _problems.Add(new MappingProblem("eventName", "A fixed name stays as it is: map, prefix, only and keepName go with a path."));
        }

        return Name("eventName.fixed", definition.EventName) is { } name ? EventNameSource.Always(name) : null;
    }

    private EventNameSource? NameAt(MappingDefinition definition)
    {
        var path = Path("eventName.path", definition.EventNamePath);
        var map = new Dictionary<string, Events.EventName>(StringComparer.Ordinal);
        foreach (var (from, to) in Bounded("eventName.map", definition.EventNameMap) ?? [])
        {
            if (IsName($"eventName.map.{from}", from) && Name($"eventName.map.{from}", to) is { } name)
            {
                map.Add(from, name);
            }
        }

        var prefix = definition.EventNamePrefix is { Length: > 0 } given ? given : null;
        if (prefix is not null && !Events.EventName.TryParse(prefix + "x", out _, out var problem))
        {
            _problems.Add(new MappingProblem("eventName.prefix", $"The prefix {problem}."));
        }

        var only = Bounded("eventName.only", definition.EventNameOnly);
        if (only is { Count: 0 })
        {
            _problems.Add(new MappingProblem("eventName.only", "Name at least one event to take, or leave it out to take all."));
        }

        var taken = only?.Index().Where(one => IsName($"eventName.only[{one.Index}]", one.Item)).Select(one => one.Item).ToHashSet(StringComparer.Ordinal);
        return path is null ? null : EventNameSource.ReadFrom(path, map, prefix, taken, definition.KeepName);
    }

    private IReadOnlyCollection<T>? Bounded<T>(string field, IReadOnlyCollection<T>? names)
    {
        if (names?.Count > EventNameSource.MaxNames)
        {
            _problems.Add(new MappingProblem(field, $"At most {EventNameSource.MaxNames} names are allowed."));
            return [];
        }

        return names;
    }

    private Events.EventName? Name(string field, string? text)
    {
        if (!Events.EventName.TryParse(text, out var name, out var problem))
        {
            _problems.Add(new MappingProblem(field, $"The event name {problem}."));
        }

        return name;
    }

    // A name as a sender writes it may have anything in it, but is no longer than any other.
    private bool IsName(string field, string? text)
    {
        var isName = text is { Length: > 0 and <= Events.EventName.MaxLength };
        if (!isName)
        {
            _problems.Add(new MappingProblem(field, $"A name as it comes has 1 to {Events.EventName.MaxLength} characters."));
        }

        return isName;
    }

    internal IReadOnlyDictionary<string, PayloadPath> ContactProperties(IReadOnlyDictionary<string, string>? definitions)
    {
        var paths = new Dictionary<string, PayloadPath>();
        if (definitions?.Count > PayloadMapping.MaxContactProperties)
        {
            _problems.Add(new MappingProblem("contactProperties", $"At most {PayloadMapping.MaxContactProperties} contact properties can be mapped."));
            return paths;
        }

        foreach (var (name, text) in definitions ?? new Dictionary<string, string>())
        {
            var field = $"contactProperties.{name}";
            if (name.Length is 0 or > PayloadMapping.MaxContactPropertyName || Text.HasControlCharacter(name) || Text.HasLoneSurrogate(name))
            {
                _problems.Add(new MappingProblem(field, $"A contact property's name has 1 to {PayloadMapping.MaxContactPropertyName} characters and no control characters."));
            }
            else if (Path(field, text) is { } path)
            {
                paths.Add(name, path);
            }
        }

        return paths;
    }
}
