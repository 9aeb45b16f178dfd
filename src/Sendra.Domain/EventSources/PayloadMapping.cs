using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Events;

namespace Sendra.Domain.EventSources;

/// <summary>How a source reads a delivery (S2, S4). Every path in it is parsed and makes sense.</summary>
public sealed class PayloadMapping
{
    /// <summary>Most contact properties that one mapping fills.</summary>
    public const int MaxContactProperties = 50;

    /// <summary>Most characters of a contact property's name.</summary>
    public const int MaxContactPropertyName = CustomField.MaxNameLength;

    internal const string WhatNext = "Change the mapping of this source, then replay the delivery.";

    private PayloadMapping(
        PersonPaths person,
        EventNameSource eventName,
        PayloadPath? propertiesPath,
        IReadOnlyDictionary<string, PayloadPath> contactProperties,
        PayloadPath? deliveryIdPath,
        PayloadPath? itemsPath,
        PayloadPath? bodyPath)
    {
        Person = person;
        EventName = eventName;
        PropertiesPath = propertiesPath;
        ContactProperties = contactProperties;
        DeliveryIdPath = deliveryIdPath;
        ItemsPath = itemsPath;
        BodyPath = bodyPath;
    }

    /// <summary>Where it says whose event it is.</summary>
    public PersonPaths Person { get; }

    /// <summary>Where the event's name comes from.</summary>
    public EventNameSource EventName { get; }

    /// <summary>Where the event's properties are; null for the whole payload.</summary>
    public PayloadPath? PropertiesPath { get; }

    /// <summary>The path of each contact property to set.</summary>
    public IReadOnlyDictionary<string, PayloadPath> ContactProperties { get; }

    /// <summary>Where the sender's delivery id is (S6).</summary>
    public PayloadPath? DeliveryIdPath { get; }

    /// <summary>Where the list is whose items become events; null when a delivery is one event (S11).</summary>
    public PayloadPath? ItemsPath { get; }

    /// <summary>The text field that holds the document which is read; null when the body is it (S15).</summary>
    public PayloadPath? BodyPath { get; }

    /// <summary>Checks a mapping as it was written.</summary>
    /// <param name="definition">The texts.</param>
    /// <param name="mapping">The mapping if the result is true.</param>
    /// <param name="problems">Everything that is wrong, by field; empty if the result is true.</param>
    public static bool TryCreate(
        MappingDefinition definition,
        [NotNullWhen(true)] out PayloadMapping? mapping,
        out IReadOnlyList<MappingProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var reader = new MappingReader(definition.ItemsPath is not null || definition.BodyPath is not null);
        var person = reader.Person(definition.EmailPath, definition.ExternalIdPath);
        var name = reader.EventName(definition);
        var properties = reader.BodyPath("propertiesPath", definition.PropertiesPath, "The properties");
        var contact = reader.ContactProperties(definition.ContactProperties);
        var deliveryId = reader.OptionalPath("deliveryIdPath", definition.DeliveryIdPath);
        var items = reader.BodyPath("itemsPath", definition.ItemsPath, "The items");
        var body = reader.BodyPath("bodyPath", definition.BodyPath, "The body");

        problems = reader.Problems;
        mapping = problems.Count == 0 ? new PayloadMapping(person!, name!, properties, contact, deliveryId, items, body) : null;
        return mapping is not null;
    }

    /// <summary>Reads a mapping that is known to be valid, for example from the database.</summary>
    /// <param name="definition">The texts.</param>
    /// <exception cref="FormatException">Something is wrong with it after all.</exception>
    public static PayloadMapping Create(MappingDefinition definition) =>
        TryCreate(definition, out var mapping, out var problems)
            ? mapping
            : throw new FormatException(string.Join(' ', problems.Select(problem => $"{problem.Field}: {problem.Message}")));

    /// <summary>The mapping as texts, from which <see cref="Create"/> makes it again.</summary>
    public MappingDefinition ToDefinition() => new(
        Person.Email?.Text,
        EventName.Fixed?.Value,
        EventName.Path?.Text,
        PropertiesPath?.Text,
        ContactProperties.ToDictionary(property => property.Key, property => property.Value.Text),
        DeliveryIdPath?.Text,
        Person.ExternalId?.Text)
    {
        ItemsPath = ItemsPath?.Text,
        BodyPath = BodyPath?.Text,
        EventNameMap = EventName.Map.Count == 0 ? null : EventName.Map.ToDictionary(name => name.Key, name => name.Value.Value),
        EventNamePrefix = EventName.Prefix,
        EventNameOnly = EventName.Only is { } only ? [.. only] : null,
        KeepName = EventName.KeepsName,
    };

    /// <summary>The document of a delivery in which paths start; null when there is none, which <paramref name="reason"/> explains.</summary>
    public Payload? DocumentOf(Payload payload, out SkipReason? reason)
    {
        ArgumentNullException.ThrowIfNull(payload);
        reason = null;
        return BodyPath is null ? payload : payload.Inner(BodyPath, out reason);
    }

    /// <summary>
    /// What a payload is read as, item by item: itself, or the items of its list. Null when there is no such list; <paramref name="reason"/>
    /// tells what stood there.
    /// </summary>
    public IReadOnlyList<Payload>? ItemsOf(Payload payload, out SkipReason? reason)
    {
        ArgumentNullException.ThrowIfNull(payload);
        reason = null;
        return ItemsPath is null ? payload.Alone(out reason) : payload.ItemsAt(ItemsPath, out reason);
    }

    /// <summary>Reads an item of a delivery. False is a normal answer: <paramref name="reason"/> tells what stood where, and what to do (S5).</summary>
    /// <param name="payload">The item, or the body when it is one event.</param>
    /// <param name="headers">The headers without secrets.</param>
    /// <param name="mapped">What was read if the result is true.</param>
    /// <param name="reason">Why it can't be mapped, or is not wanted, if the result is false.</param>
    public bool TryMap(
        Payload payload,
        RequestHeaders headers,
        [NotNullWhen(true)] out MappedDelivery? mapped,
        [NotNullWhen(false)] out SkipReason? reason)
    {
        ArgumentNullException.ThrowIfNull(payload);
        mapped = null;
        var warnings = new List<ContactWarning>();
        var name = ReadEventName(payload, headers, out var unnamed);

        // What is not wanted needn't say whose it is.
        reason = unnamed is { IsIgnored: true } ? unnamed : null;
        if (reason is not null
            || !Person.TryRead(payload, headers, warnings, out var person, out reason)
            || (reason = unnamed) is not null
            || !TryReadProperties(payload, headers, out var properties, out reason))
        {
            return false;
        }

        mapped = new MappedDelivery(
            person, name!, properties, ReadContact(payload, headers, warnings), warnings, Person.SkipWhenUnknown(person, payload, headers));
        return true;
    }

    private EventName? ReadEventName(Payload payload, RequestHeaders headers, out SkipReason? reason)
    {
        reason = null;
        if (EventName.Fixed is { } always)
        {
            return always;
        }

        var path = EventName.Path!;
        var value = path.Read(payload, headers);
        if (value.Text is { Length: > 0 } text)
        {
            if (!EventName.Takes(text))
            {
                reason = SkipReason.Ignored(text);
                return null;
            }

            if (EventName.TryRename(text, out var name, out var problem))
            {
                return name;
            }

            reason = WantedValue.EventName.Missed(path, value, text, problem);
            return null;
        }

        reason = WantedValue.EventName.Missed(path, value, value.Text, "is required");
        return null;
    }

    private bool TryReadProperties(Payload payload, RequestHeaders headers, out RawJson properties, [NotNullWhen(false)] out SkipReason? reason)
    {
        properties = payload.Json;
        reason = null;
        if (PropertiesPath is { } path)
        {
            var value = path.Read(payload, headers);
            properties = new RawJson(value.RawJson ?? "");
            reason = value.IsFound
                ? null
                : new(SkipCode.PropertiesMissing, $"There are no properties {value.Where(path.Text)}. {WhatNext}");
        }

        var size = Encoding.UTF8.GetByteCount(properties.Text);
        if (size > ReceivedEvent.MaxPropertiesBytes)
        {
            var what = PropertiesPath is null ? "The payload" : $"The value at {At(PropertiesPath)}";
            reason = new(
                SkipCode.PropertiesTooLarge,
                $"{what} has {size} bytes, but an event's properties can have {ReceivedEvent.MaxPropertiesBytes}. Set a properties path that leads to the part you need, then replay the delivery.");
        }

        return reason is null;
    }

    private RawJson? ReadContact(Payload payload, RequestHeaders headers, List<ContactWarning> warnings)
    {
        var fields = new List<string>();
        foreach (var (name, path) in ContactProperties)
        {
            var value = path.Read(payload, headers);
            // Senders write null for "not given"; that must not clear what is known.
            if (value is { IsOfSeveral: false, RawJson: { } json and not "null" })
            {
                fields.Add($"{JsonSerializer.Serialize(name)}:{json}");
            }
            else
            {
                warnings.Add(new($"contactProperties.{name}", "missing", $"{name} was left unchanged. {(value.IsOfSeveral ? value.Description : $"At {At(path)}: {value.Description}")}."));
            }
        }

        return fields.Count == 0 ? null : new RawJson($"{{{string.Join(',', fields)}}}");
    }

    private static string At(PayloadPath path) => $"`{path.Text}`";
}
