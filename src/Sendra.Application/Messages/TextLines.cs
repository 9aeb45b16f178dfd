using System.Globalization;
using System.Text;

namespace Sendra.Application.Messages;

/// <summary>Plain text in the making: white space is one space, and between paragraphs is one empty line at most.</summary>
internal sealed class TextLines
{
    private readonly StringBuilder _text = new();
    private readonly Stack<int?> _lists = new();
    private int _breaks;
    private bool _hasSpace;
    private bool _isCell;
    private string? _marker;
    private int _verbatim;
    private string? _link;
    private int _linkStart;

    /// <summary>Adds text as it stands in HTML.</summary>
    public void Append(string? html)
    {
        foreach (var one in html ?? "")
        {
            if (_verbatim > 0 && one is '\n')
            {
                _breaks++;
            }
            else if (char.IsWhiteSpace(one) && _verbatim == 0)
            {
                _hasSpace = true;
            }
            else if (!IsNothing(one))
            {
                Write(one);
            }
        }
    }

    /// <summary>What follows stands on another line.</summary>
    public void EnsureLine() => _breaks = Math.Max(_breaks, 1);

    /// <summary>What follows stands behind an empty line.</summary>
    public void NewParagraph() => _breaks = Math.Max(_breaks, _lists.Count > 0 ? 1 : 2);

    public void NewLine() => _breaks = Math.Min(_breaks + 1, 2);

    public void Rule()
    {
        NewParagraph();
        Append("---");
        NewParagraph();
    }

    public void BeginList(bool isNumbered) => _lists.Push(isNumbered ? 0 : null);

    public void EndList()
    {
        _lists.TryPop(out _);
        NewParagraph();
    }

    public void BeginItem()
    {
        var marker = "- ";
        if (_lists.TryPop(out var number))
        {
            _lists.Push(number is { } last ? last + 1 : null);
            marker = number is { } before ? string.Create(CultureInfo.InvariantCulture, $"{before + 1}. ") : marker;
        }

        _marker = new string(' ', 2 * Math.Max(0, Math.Min(_lists.Count, 10) - 1)) + marker;
    }

    /// <summary>What follows is another cell of the row.</summary>
    public void BeginCell() => _isCell = true;

    public void BeginVerbatim() => _verbatim++;

    public void EndVerbatim() => _verbatim = Math.Max(0, _verbatim - 1);

    /// <summary>What follows is a link.</summary>
    /// <param name="address">Where it leads.</param>
    public void BeginLink(string? address)
    {
        EndLink();
        _link = address?.Trim();
        _linkStart = _text.Length;
    }

    public void EndLink()
    {
        if (_link is { Length: > 0 } address && IsFollowed(address))
        {
            var shown = _text.ToString(_linkStart, _text.Length - _linkStart).Trim();
            var plain = Plain(address);
            if (shown.Length == 0)
            {
                Append(plain);
            }
            else if (!Plain(shown).Equals(plain, StringComparison.OrdinalIgnoreCase))
            {
                // Right behind what it belongs to.
                (var breaks, _breaks, _hasSpace) = (_breaks, 0, true);
                Append($"({plain})");
                _breaks = breaks;
            }
        }

        _link = null;
    }

    public override string ToString() => _text.ToString();

    private void Write(char one)
    {
        if (_breaks > 0 || _text.Length == 0)
        {
            _text.Append('\n', _text.Length == 0 ? 0 : Math.Min(_breaks, 2)).Append(_marker);
            (_breaks, _hasSpace, _isCell, _marker) = (0, false, false, null);
        }

        if (_isCell)
        {
            _text.Append(" | ");
        }
        else if (_hasSpace)
        {
            _text.Append(' ');
        }

        (_hasSpace, _isCell) = (false, false);
        _text.Append(one);
    }

    private static bool IsFollowed(string address) =>
        !address.StartsWith('#') && !address.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);

    private static string Plain(string address)
    {
        var plain = address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address["mailto:".Length..]
            : address.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? address["tel:".Length..]
            : address;
        return string.Concat(plain.Where(one => !char.IsWhiteSpace(one) && !char.IsControl(one)));
    }

    // Invisible: soft hyphens, joiners that only fill, and control characters.
    private static bool IsNothing(char one) => one is '\u00AD' or '\u034F' or '\u200B' or '\u200C' or '\uFEFF' || (char.IsControl(one) && one != '\t');
}
