using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.EventPatterns;

namespace Sendra.Application.EventPatterns.EditPattern;

/// <summary>Changes what a declared name's events mean and have; the name itself stays. What is null stays as it is.</summary>
/// <param name="Id">The pattern.</param>
/// <param name="Description">The new text, which may be none.</param>
/// <param name="Properties">The schema's properties, all of them.</param>
public sealed record EditPatternCommand(
    EventPatternId Id,
    Change<string?>? Description,
    IReadOnlyList<SchemaPropertyText?>? Properties,
    Enforcement? Enforcement) : IRequest<PatternResult>;
