using Sendra.Domain.EventSources.Handshakes;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Domain.EventSources.Presets;

/// <summary>What to fill into a new source for a well-known sender (S8). Data only: one JSON file each beside this one.</summary>
/// <param name="Id">Stable, lower case: <c>lemon-squeezy</c>.</param>
/// <param name="Name">The sender's name.</param>
/// <param name="Order">Its place among the presets: the most common senders come first.</param>
/// <param name="Description">What it sends, in a sentence.</param>
/// <param name="Hint">What to know before using it: which events the paths fit, where the secret is.</param>
/// <param name="DocsUrl">The sender's documentation.</param>
/// <param name="Mapping">The paths.</param>
/// <param name="Signature">The signature scheme, or null for none.</param>
/// <param name="Handshake">What it asks before it sends, or null.</param>
/// <param name="Feedback">How it reports on emails that it delivers for Sendra (M5), or null when it doesn't.</param>
/// <param name="Sample">A request as it sends them, which becomes an event by the paths.</param>
public sealed record EventSourcePreset(
    string Id,
    string Name,
    int Order,
    string Description,
    string Hint,
    string DocsUrl,
    MappingDefinition Mapping,
    SignatureOptions? Signature,
    HandshakeOptions? Handshake,
    FeedbackReader? Feedback,
    PresetSample Sample);
