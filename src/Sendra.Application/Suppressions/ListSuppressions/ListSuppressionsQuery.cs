using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Messages;

namespace Sendra.Application.Suppressions.ListSuppressions;

/// <summary>Lists suppressed addresses, newest first.</summary>
/// <param name="Email">Only this address, in any spelling that normalizes to it (E1), or null.</param>
public sealed record ListSuppressionsQuery(string? Email, SuppressionScope? Scope, SuppressionOrigin? Origin, Paging Paging) : IRequest<Page<SuppressionResult>>;
