using Sendra.Domain.Common;

namespace Sendra.Domain.EventSources;

/// <summary>Checks the texts of a <see cref="MappingDefinition"/> and gathers everything that is wrong with them.</summary>
internal sealed class MappingReader
{
    private readonly List<MappingProblem> _problems = [];

    internal IReadOnlyList<MappingProblem> Problems => _problems;

    internal PayloadPath? Path(string field, string? text)
    {
        if (!PayloadPath.TryParse(text, out var path, out var problem))
        {
            _problems.Add(new MappingProblem(field, problem));
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

    internal PayloadPath? BodyPath(string field, string? text)
    {
        var path = OptionalPath(field, text);
        if (path?.Header is not null)
        {
            _problems.Add(new MappingProblem(field, "The properties can't be read from a header. Write a path into the body, or leave it out for the whole payload."));
        }

        return path;
    }

    internal EventNameSource? EventName(string? fixedName, string? path)
    {
        switch (fixedName, path)
        {
            case (null, null):
                _problems.Add(new MappingProblem("eventName", "Give the event a fixed name, or the path of the field that holds the name."));
                return null;
            case (not null, not null):
                _problems.Add(new MappingProblem("eventName", "Give either a fixed name or a path, not both."));
                return null;
            case (null, _):
                return Path("eventName.path", path) is { } parsed ? EventNameSource.ReadFrom(parsed) : null;
        }

        if (Events.EventName.TryParse(fixedName, out var name, out var problem))
        {
            return EventNameSource.Always(name);
        }

        _problems.Add(new MappingProblem("eventName.fixed", $"The event name {problem}."));
        return null;
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
