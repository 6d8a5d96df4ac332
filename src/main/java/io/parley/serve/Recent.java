package io.parley.serve;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets its oldest entries; thread-safe for the single calls used here. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int most;

  Recent(int most) {
    this.most = most;
  }

  @Override
  public synchronized V put(K key, V value) {
    return super.put(key, value);
  }

  @Override
  public synchronized V remove(Object key) {
    return super.remove(key);
  }

  @Override
  public synchronized boolean containsKey(Object key) {
    return super.containsKey(key);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
