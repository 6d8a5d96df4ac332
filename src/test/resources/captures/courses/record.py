#!/usr/bin/env python3
"""Records the captures of this folder anew: calls by SIPp, some through Kamailio, in a network namespace of their own,
with dumpcap listening. courses.csv says what is in each. Needs root, iproute2, sip-tester, kamailio, wireshark-common, python3.

    unshare -n ./record.py [name ...]
"""
import gzip, os, shutil, signal, socket, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
WORK = tempfile.mkdtemp()
UAC, UAS, UAS2, PROXY = 5080, 5070, 5071, 5060
GOOD = open(os.path.join(HERE, '..', 'good.sdp')).read()
PLAIN = '\n'.join(l for l in GOOD.replace('SAVP', 'AVP').splitlines() if not l.startswith(('a=crypto', 'a=ice', 'a=cand'))) + '\n'
FAX = PLAIN.split('m=')[0] + 'm=image 20002 udptl t38\na=T38FaxVersion:0\na=T38MaxBitRate:14400\na=T38FaxRateManagement:transferredTCF\n'
VIDEO = PLAIN + 'm=video 20004 RTP/AVP 96\na=rtpmap:96 H264/90000\na=fmtp:96 profile-level-id=42e01f\na=sendrecv\n'
LONG = PLAIN + ''.join(f'a=x-note-{n}:{"abcdefghij" * 6}\n' for n in range(12))
WORDS = {100: 'Trying', 180: 'Ringing', 183: 'Session Progress', 200: 'OK', 401: 'Unauthorized', 407: 'Proxy Authentication Required',
         403: 'Forbidden', 404: 'Not Found', 416: 'Unsupported URI Scheme', 420: 'Bad Extension', 422: 'Session Interval Too Small',
         483: 'Too Many Hops', 486: 'Busy Here', 487: 'Request Terminated', 488: 'Not Acceptable Here', 503: 'Service Unavailable'}


def body(sdp):
    return f'Content-Type: application/sdp\nContent-Length: [len]\n\n{sdp}' if sdp else 'Content-Length: 0\n\n'


def send(text, **attributes):
    extra = ''.join(f' {k}="{v}"' for k, v in attributes.items())
    return f'<send{extra}><![CDATA[\n{text}]]></send>\n'


def request(method, cseq, sdp='', to='', branch='[branch]', extra=''):
    return (f'{method} sip:+15550100001@[remote_ip]:[remote_port] SIP/2.0\nVia: SIP/2.0/[transport] [local_ip]:[local_port];branch={branch}\n'
            f'From: <sip:+15550190001@sbc.example.com>;tag=[pid]SIPp[call_number]\nTo: <sip:+15550100001@[remote_ip]:[remote_port]>{to}\n'
            f'Call-ID: [call_id]\nCSeq: {cseq} {method}\nContact: <sip:+15550190001@[local_ip]:[local_port];transport=[transport]>\n'
            f'Max-Forwards: 70\n{extra}' + body(sdp))


def reply(status, sdp='', extra=''):
    return (f'SIP/2.0 {status} {WORDS[status]}\n[last_Via:]\n[last_Record-Route:]\n[last_From:]\n[last_To:];tag=[pid]far[call_number]\n[last_Call-ID:]\n'
            f'[last_CSeq:]\nContact: <sip:[local_ip]:[local_port];transport=[transport]>\n{extra}' + body(sdp))


def in_dialog(status, sdp=''):
    return reply(status, sdp).replace(';tag=[pid]far[call_number]', '')


def within(method, cseq, sdp=''):
    """A request within the dialog that a 2xx made."""
    return request(method, cseq, sdp, PEER).replace('sip:+15550100001@[remote_ip]:[remote_port] SIP', '[next_url] SIP', 1).replace(
        'Max-Forwards', '[routes]\nMax-Forwards')


def expect(what, **attributes):
    kind = 'response' if what[0].isdigit() else 'request'
    extra = ''.join(f' {k}="{v}"' for k, v in attributes.items())
    return f'<recv {kind}="{what}"{extra} />\n'


def pause(ms):
    return f'<pause milliseconds="{ms}" />\n'


RINGS = ''.join(expect(s, optional='true') for s in ('100', '180', '183'))
PEER = '[peer_tag_param]'


def refused(sdp=PLAIN, status=488, cseq=1, extra=''):
    return send(request('INVITE', cseq, sdp, extra=extra), retrans=500) + RINGS + expect(str(status)) + send(request('ACK', cseq, to=PEER))


def answered(sdp=PLAIN):
    return send(request('INVITE', 1, sdp), retrans=500) + RINGS + expect('200', rrs='true') + send(within('ACK', 1))


BYE = send(within('BYE', 9), retrans=500) + expect('200')
BYE_SERVED = expect('BYE') + send(in_dialog(200))
REFUSES = expect('INVITE') + send(reply(180)) + pause(20) + send(reply(488), retrans=500) + expect('ACK')
ANSWERS = expect('INVITE') + send(reply(180)) + pause(20) + send(reply(200, PLAIN), retrans=500) + expect('ACK')
DIGEST = 'Digest realm="example.com", nonce="47364c23432d2e131a5fb210812c"'


def challenged(status, header, answer):
    return (send(request('INVITE', 1, PLAIN), retrans=500) + RINGS + expect(str(status), auth='true') + send(request('ACK', 1, to=PEER))
            + refused(cseq=2, extra='[authentication username=trunk password=example]\n')
            ), (expect('INVITE') + send(reply(status, extra=f'{header}: {DIGEST}\n'), retrans=500) + expect('ACK') + answer)


CALLER, CALLEE = 0, 1
COURSES = {
    'refused': (refused(), REFUSES),
    'answered': (answered() + BYE, ANSWERS + BYE_SERVED),
    'early-media': (refused(), expect('INVITE') + send(reply(183, PLAIN)) + pause(20) + send(reply(488), retrans=500) + expect('ACK')),
    'reinvite-refused': (answered() + send(within('INVITE', 2, FAX), retrans=500) + expect('488')
                         + send(within('ACK', 2)) + BYE,
                         ANSWERS + expect('INVITE') + send(in_dialog(488), retrans=500) + expect('ACK') + BYE_SERVED),
    'delayed-offer': (send(request('INVITE', 1), retrans=500) + RINGS + expect('200', rrs='true') + send(within('ACK', 1, PLAIN)) + BYE,
                      ANSWERS + BYE_SERVED),
    'cancelled': (send(request('INVITE', 1, PLAIN, branch='z9hG4bK-c-[call_number]')) + expect('180')
                  + send(request('CANCEL', 1, branch='z9hG4bK-c-[call_number]')) + expect('200') + expect('487')
                  + send(request('ACK', 1, to=PEER, branch='z9hG4bK-c-[call_number]')),
                  expect('INVITE') + send(reply(180)) + expect('CANCEL') + send(reply(200))
                  + send(reply(487).replace('[last_CSeq:]', 'CSeq: 1 INVITE')) + expect('ACK')),
    'retransmitted': (refused(), expect('INVITE') + pause(2600) + send(reply(488), retrans=500) + expect('ACK')),
    'challenged': challenged(401, 'WWW-Authenticate', REFUSES),
    'challenged-by-proxy': challenged(407, 'Proxy-Authenticate', REFUSES),
    'no-answer': (send(request('INVITE', 1, PLAIN)) + pause(300), expect('INVITE') + pause(600)),
    'video': (refused(VIDEO), REFUSES),
    'srtp-ice': (refused(GOOD), REFUSES),
    'no-call': (send(request('OPTIONS', 1), retrans=500) + expect('200') + send(request('REGISTER', 2), retrans=500) + expect('200'),
                expect('OPTIONS') + send(reply(200)) + expect('REGISTER') + send(reply(200))),
    'fragmented': (refused(LONG), REFUSES),
    'relayed': (refused(), REFUSES),
    'relayed-answered': (answered() + BYE, ANSWERS + BYE_SERVED),
    'forked': (refused(status=486), REFUSES),
    'failover': (refused(), REFUSES),
}


def one_fault(status, sdp=PLAIN, old='', new='', extra=''):
    caller = refused(sdp, status, extra=extra).replace(old, new) if old else refused(sdp, status, extra=extra)
    return caller, REFUSES.replace('488 Not Acceptable Here', f'{status} {WORDS[status]}')


# Each differs from answered.pcapng in one thing; pairs.csv says in which.
COURSES.update({
    'pair-codecs': one_fault(488, PLAIN.replace('RTP/AVP 0 8 9 101', 'RTP/AVP 18 101').replace('a=rtpmap:0 PCMU/8000\na=rtpmap:8 PCMA/8000\na=rtpmap:9 G722/8000', 'a=rtpmap:18 G729/8000')),
    'pair-dtmf': one_fault(488, PLAIN.replace(' 101', '').replace('a=rtpmap:101 telephone-event/8000\na=fmtp:101 0-16\n', '')),
    'pair-packet-time': one_fault(488, PLAIN.replace('ptime:20', 'ptime:60')),
    'pair-bandwidth': one_fault(488, PLAIN.replace('t=0 0', 'b=AS:12\nt=0 0')),
    'pair-hold': one_fault(488, PLAIN.replace('c=IN IP4 192.0.2.10', 'c=IN IP4 0.0.0.0')),
    'pair-session-interval': one_fault(422, extra='Session-Expires: 60\n'),
    'pair-require': one_fault(420, extra='Require: 100rel\n'),
    'pair-scheme': one_fault(416, old='INVITE sip:+15550100001@[remote_ip]:[remote_port]', new='INVITE tel:+15550100001'),
    'pair-hops': one_fault(483, old='Max-Forwards: 70', new='Max-Forwards: 0'),
    'pair-anonymous': one_fault(403, old='<sip:+15550190001@sbc.example.com>', new='"Anonymous" <sip:anonymous@anonymous.invalid>'),
    'pair-called': one_fault(404, old='+15550100001', new='+15550100999'),
    'pair-video': one_fault(488, VIDEO),
    'pair-header': one_fault(403, extra='Diversion: <sip:+15550170001@example.com>;reason=unconditional\n'),
})
VIA_PROXY = {'relayed', 'relayed-answered', 'forked', 'failover'}
SECOND = {'forked': expect('INVITE') + send(reply(180)) + pause(60) + send(reply(486), retrans=500) + expect('ACK'),
          'failover': expect('INVITE') + send(reply(503), retrans=500) + expect('ACK')}
PROXY_CFG = '''#!KAMAILIO
children=1
log_stderror=yes
debug=0
auto_aliases=no
dns=no
rev_dns=no
loadmodule "tm.so"
loadmodule "tmx.so"
loadmodule "corex.so"
loadmodule "sl.so"
loadmodule "pv.so"
loadmodule "rr.so"
loadmodule "maxfwd.so"
loadmodule "siputils.so"
loadmodule "textops.so"
modparam("tm", "fr_timer", 5000)
request_route {
    mf_process_maxfwd_header("10");
    if (has_totag()) {
        if (!loose_route() && is_method("ACK")) { t_check_trans(); exit; }
        t_relay();
        exit;
    }
    if (is_method("CANCEL")) { t_relay(); exit; }
    record_route();
    $ru = "sip:+15550100001@127.0.0.1:@FIRST@";
    @MORE@
    t_relay();
}
failure_route[NEXT] {
    if (t_check_status("503")) { $du = "sip:127.0.0.1:5070"; t_relay(); }
}
'''
MORE = {'forked': 'append_branch("sip:+15550100001@127.0.0.1:5071");', 'failover': 't_on_failure("NEXT");'}
running = []


def start(*command, log=None):
    p = subprocess.Popen(command, stdout=open(log, 'w') if log else subprocess.DEVNULL, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    running.append(p)
    return p


def until(condition, what):
    for _ in range(200):
        if condition():
            return
        time.sleep(0.05)
    sys.exit(f'record.py: {what}')


def listening(port):
    return f':{port} ' in subprocess.run(['ss', '-lnut'], capture_output=True, text=True).stdout + ' '


def capture(path, interface='lo', *options):
    log = os.path.join(WORK, 'dumpcap.log')
    p = start('dumpcap', '-q', '-i', interface, '-s', '0', *options, '-w', path, log=log)
    until(lambda: 'File:' in open(log).read(), 'dumpcap does not start')
    return p


def stop(p, how=signal.SIGINT):
    if p.poll() is None:
        p.send_signal(how)
        try:
            p.wait(5)
        except subprocess.TimeoutExpired:
            p.kill()
    running.remove(p)


def sipp(name, xml, port, ip, transport, *more):
    path = os.path.join(WORK, name + '.xml')
    open(path, 'w').write(f'<?xml version="1.0" encoding="ISO-8859-1" ?>\n<scenario name="{name}">\n{xml}</scenario>\n')
    host = f'[{ip}]' if ':' in ip else ip
    return start('sipp', '-sf', path, '-i', host, '-p', str(port), '-m', '1', '-t', transport, '-nostdin', *more, log=os.path.join(WORK, name + '.log'))


def call(course, ip='127.0.0.1', transport='u1', calls=1):
    caller, callee = COURSES[course]
    far = [sipp('callee', callee, UAS, ip, transport)]
    until(lambda: listening(UAS), 'SIPp does not listen')
    port = UAS
    if course in SECOND:
        far.append(sipp('second', SECOND[course], UAS2, ip, transport))
        until(lambda: listening(UAS2), 'SIPp does not listen')
    proxy = None
    if course in VIA_PROXY:
        cfg = os.path.join(WORK, 'kamailio.cfg')
        first = UAS2 if course == 'failover' else UAS
        open(cfg, 'w').write(PROXY_CFG.replace('@FIRST@', str(first)).replace('@MORE@', MORE.get(course, '')))
        proxy = start('kamailio', '-DD', '-E', '-f', cfg, '-l', f'udp:127.0.0.1:{PROXY}', '-Y', WORK, '-P', WORK + '/kamailio.pid', log=WORK + '/kamailio.log')
        until(lambda: listening(PROXY), 'Kamailio does not listen: ' + open(WORK + '/kamailio.log').read())
        port = PROXY
    target = f'[{ip}]:{port}' if ':' in ip else f'{ip}:{port}'
    near = sipp('caller', caller, UAC, ip, transport, target)
    if near.wait(30) != 0 and course != 'no-answer':
        sys.exit(f'record.py: {course}: the call failed: ' + open(os.path.join(WORK, 'caller.log')).read()[-2000:])
    running.remove(near)
    for p in far:
        try:
            p.wait(3)
        except subprocess.TimeoutExpired:
            pass
        stop(p, signal.SIGTERM)
    if proxy:
        stop(proxy, signal.SIGTERM)


def record(name, course, interface='lo', options=(), **how):
    path = os.path.join(WORK, name)
    p = capture(path, interface, *options)
    call(course, **how)
    time.sleep(0.4)
    stop(p)
    keep(path, name)


def keep(path, name):
    shutil.copyfile(path, os.path.join(HERE, name))
    subprocess.run([os.path.join(HERE, '..', 'anonymous.py'), os.path.join(HERE, name)], check=True)
    os.chmod(os.path.join(HERE, name), 0o644)
    print(name, flush=True)


def tool(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def mtu(size):
    tool('ip', 'link', 'set', 'lo', 'mtu', str(size))


def two_in_one():
    """Two INVITEs in one segment, with keep-alives (RFC 5626 §4.4.1) around them, from a socket of our own."""
    callee = sipp('callee', REFUSES.replace(expect('ACK'), ''), UAS, '127.0.0.1', 't1', '-m', '2')
    until(lambda: listening(UAS), 'SIPp does not listen')
    path = os.path.join(WORK, 'two-in-one.pcapng')
    p = capture(path)
    s = socket.create_connection(('127.0.0.1', UAS))
    messages = b'\r\n\r\n'
    for n in (1, 2):
        sdp = PLAIN.replace('\n', '\r\n')
        messages += (f'INVITE sip:+1555010000{n}@127.0.0.1:{UAS} SIP/2.0\r\nVia: SIP/2.0/TCP 127.0.0.1:{s.getsockname()[1]};branch=z9hG4bKtwo{n}\r\n'
                     f'From: <sip:+15550190001@sbc.example.com>;tag=t{n}\r\nTo: <sip:+1555010000{n}@127.0.0.1>\r\nCall-ID: two-{n}\r\nCSeq: 1 INVITE\r\n'
                     f'Contact: <sip:+15550190001@127.0.0.1;transport=tcp>\r\nMax-Forwards: 70\r\nContent-Type: application/sdp\r\n'
                     f'Content-Length: {len(sdp)}\r\n\r\n{sdp}').encode()
    s.sendall(messages + b'\r\n\r\n')
    time.sleep(0.6)
    s.close()
    stop(p)
    stop(callee, signal.SIGTERM)
    keep(path, 'two-in-one.pcapng')


def reordered():
    """The segments of one TCP capture in another order, sent twice, and with one lost: by editcap and mergecap."""
    source = os.path.join(HERE, 'tcp-small-segments.pcapng')
    lines = subprocess.run(['tshark', '-r', source, '-T', 'fields', '-e', 'frame.number', '-e', 'tcp.len', '-e', 'tcp.dstport'],
                           capture_output=True, text=True).stdout.split('\n')
    data = [int(f[0]) for f in (l.split('\t') for l in lines) if len(f) == 3 and int(f[1] or 0) > 0 and f[2] == str(UAS)]
    last = len([l for l in lines if l])
    first, second = data[0], data[1]
    orders = {'tcp-out-of-order.pcapng': [range(1, first), [second], [first], range(second + 1, last + 1)],
              'tcp-sent-twice.pcapng': [range(1, second + 1), [first], [second], range(second + 1, last + 1)],
              'tcp-segment-lost.pcapng': [range(1, second), range(second + 1, last + 1)]}
    for name, parts in orders.items():
        files = []
        for n, part in enumerate(parts):
            out = os.path.join(WORK, f'{name}.{n}')
            tool('editcap', '-r', source, out, *[f'{part[0]}-{part[-1]}'])
            files.append(out)
        tool('mergecap', '-a', '-w', os.path.join(HERE, name), *files)
        os.chmod(os.path.join(HERE, name), 0o644)
        print(name, flush=True)


def links():
    """The same call by other link types and formats."""
    record('any-sll.pcap', 'refused', 'any', ('-P', '-y', 'LINUX_SLL'))
    record('any-sll2.pcapng', 'refused', 'any', ('-y', 'LINUX_SLL2'))
    record('two-interfaces.pcapng', 'refused', 'lo', ('-i', 'any', '-y', 'LINUX_SLL2'))
    record('ipv6.pcapng', 'refused', ip='::1')
    refused_at = os.path.join(HERE, 'refused.pcapng')
    tool('editcap', '-F', 'nsecpcap', refused_at, os.path.join(HERE, 'nanoseconds.pcap'))
    tool('editcap', '-F', 'pcap', '-C', '14', '-L', '-T', 'rawip', refused_at, os.path.join(HERE, 'raw-ip.pcap'))
    tool('editcap', '-s', '300', refused_at, os.path.join(HERE, 'snap-length.pcapng'))
    with open(refused_at, 'rb') as plain, gzip.GzipFile(os.path.join(HERE, 'packed.pcapng.gz'), 'wb', mtime=0) as packed:
        packed.write(plain.read())


def main():
    tool('ip', 'link', 'set', 'lo', 'up')
    asked = sys.argv[1:]
    for course in COURSES:
        if asked and course not in asked:
            continue
        if course == 'fragmented':
            mtu(1280)
        record(course + '.pcapng', course)
        mtu(65536)
    if not asked or 'tcp' in asked:
        record('tcp.pcapng', 'refused', transport='t1')
        mtu(576)
        tool('ip', 'link', 'set', 'lo', 'gso_max_segs', '1')
        record('tcp-small-segments.pcapng', 'refused', transport='t1')
        mtu(65536)
        two_in_one()
        reordered()
    if not asked or 'links' in asked:
        links()


try:
    main()
finally:
    for p in running:
        if p.poll() is None:
            p.terminate()
    shutil.rmtree(WORK)
