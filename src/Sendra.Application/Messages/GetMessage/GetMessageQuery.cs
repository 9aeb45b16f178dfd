using MediatR;

namespace Sendra.Application.Messages.GetMessage;

/// <summary>Reads one message with its content and timeline.</summary>
public sealed record GetMessageQuery(MessageId Id) : IRequest<MessageDetails>;
