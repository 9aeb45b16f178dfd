using System.Text;

namespace Sendra.Cli.Importing;

/// <summary>Reads lines of any length without holding them: of one that is too long only the beginning is kept.</summary>
/// <param name="reader">The text.</param>
internal sealed class LineReader(TextReader reader)
{
    /// <summary>The most characters of a line. Sendra takes 256 KiB of properties.</summary>
    public const int MaxLength = 1024 * 1024;

    private const int KeptOfTooLong = 200;

    private readonly char[] _buffer = new char[64 * 1024];
    private readonly StringBuilder _line = new();
    private int _at;
    private int _end;
    private long _number;

    /// <summary>The next line; null at the end.</summary>
    public SourceLine? Read()
    {
        _line.Clear();
        var (isTooLong, hasText) = (false, false);
        while (true)
        {
            if (_at == _end)
            {
                (_at, _end) = (0, reader.Read(_buffer));
                if (_end == 0)
                {
                    return hasText ? Finish(isTooLong) : null;
                }
            }

            hasText = true;
            var rest = _buffer.AsSpan(_at, _end - _at);
            var end = rest.IndexOf('\n');
            var part = end < 0 ? rest : rest[..end];
            _at += part.Length + (end < 0 ? 0 : 1);
            isTooLong |= _line.Length + part.Length > MaxLength;
            if (!isTooLong || _line.Length == 0)
            {
                _line.Append(isTooLong ? part[..Math.Min(part.Length, KeptOfTooLong)] : part);
            }

            if (end >= 0)
            {
                return Finish(isTooLong);
            }
        }
    }

    private SourceLine Finish(bool isTooLong)
    {
        _number++;
        if (isTooLong)
        {
            return new SourceLine(_number, _line.ToString(0, Math.Min(_line.Length, KeptOfTooLong)) + "…", $"The line has more than {MaxLength:N0} characters.");
        }

        var length = _line.Length > 0 && _line[^1] == '\r' ? _line.Length - 1 : _line.Length;
        return new SourceLine(_number, _line.ToString(0, length));
    }
}
