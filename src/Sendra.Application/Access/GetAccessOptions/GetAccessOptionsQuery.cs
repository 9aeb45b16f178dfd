using MediatR;

namespace Sendra.Application.Access.GetAccessOptions;

/// <summary>What this server offers to people who aren't signed in.</summary>
public sealed record GetAccessOptionsQuery : IRequest<AccessOptions>;
